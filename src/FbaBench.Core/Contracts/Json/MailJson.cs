using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>The account's health and mail as JSON.</summary>
internal static class MailJson
{
    public static void Write(Utf8JsonWriter json, Observation observation)
    {
        var health = observation.Health;
        json.WriteStartObject("health");
        json.WriteNumber("points", health.Points);
        json.WriteNumber("orders", health.Orders);
        json.WriteNumber("defectiveOrders", health.DefectiveOrders);
        json.WriteRounded("defectRate", health.DefectRate);
        json.WriteOptional("suspendedDay", health.SuspendedDay);
        json.WriteOptional("appealDay", health.AppealDay);
        json.WriteOptional("payoutsHeldUntil", health.PayoutsHeldUntil);
        json.WriteEndObject();
        json.WriteStartArray("mail");
        foreach (var message in observation.Mail)
        {
            Message(json, observation, message);
        }

        json.WriteEndArray();
    }

    private static void Message(Utf8JsonWriter json, Observation observation, MailMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber("number", message.Number);
        json.WriteNumber("day", message.Day);
        json.WriteNumber("answerBy", message.AnswerBy);
        json.WriteString("sender", message.Sender);
        json.WriteName("topic", message.Topic);
        if (message.Offer is { } offer)
        {
            json.WriteString("offer", ObservedNames.Offer(observation, offer).Name);
        }

        json.WriteNumber("units", message.Units);
        json.WriteMoney("amount", message.Amount);
        json.WriteStartArray("actions");
        foreach (var action in message.Actions)
        {
            json.WriteStringValue(JsonValues.NameOf(action));
        }

        json.WriteEndArray();
        json.WriteString("text", message.Text);
        json.WriteEndObject();
    }
}
