using Microsoft.Extensions.AI;

namespace FbaBench;

/// <summary>What a service says that a call cost, where it says so: OpenRouter does. It goes before any price table.</summary>
public static class ModelCost
{
    /// <summary>
    /// Name under which a provider's client puts the cost into the <see cref="ChatResponse.AdditionalProperties"/> of an answer, and into those of the last update of a
    /// stream, from where it comes to the message: a <see cref="long"/>, in millionths of a dollar, rounded up. Missing where the service says nothing.
    /// </summary>
    public const string Property = "fbabench.cost_micro_dollars";

    /// <summary>What a call cost in millionths of a dollar, or null where the service does not say.</summary>
    /// <param name="response">Its answer, whole or put together of a stream.</param>
    public static long? Of(ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Of(response.AdditionalProperties) ?? response.Messages.Select(message => Of(message.AdditionalProperties)).LastOrDefault(cost => cost is not null);
    }

    private static long? Of(AdditionalPropertiesDictionary? properties) =>
        properties is not null && properties.TryGetValue(Property, out var cost) && cost is long microDollars ? microDollars : null;
}
