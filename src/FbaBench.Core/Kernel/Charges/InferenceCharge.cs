using FbaBench.Contracts;
using FbaBench.World;

namespace FbaBench.Kernel.Charges;

/// <summary>What thinking costs: summed, and due where the world says so.</summary>
internal static class InferenceCharge
{
    public static InferenceCost Of(WorldState state, int seat)
    {
        var sums = state.Inference(seat);
        return new(sums[0], sums[1], sums[2]);
    }

    public static Refusal Add(DayContext day, int seat, int index, ChargeInference charge)
    {
        if (AccountRules.Inference(index, charge) is { Reason: not RefusalReason.None } refusal)
        {
            return refusal;
        }

        ReadOnlySpan<long> given = [charge.MicroDollars, charge.InputTokens, charge.OutputTokens];
        var before = Of(day.State, seat).Total;
        var sums = day.State.Inference(seat);
        for (var i = 0; i < given.Length; i++)
        {
            sums[i] = Math.Min(sums[i], long.MaxValue - given[i]) + given[i];
        }

        // Of the running sum, so that splitting a charge loses no fraction of a cent and gains none.
        var cents = (Of(day.State, seat).Total - before).Cents;
        if (day.Definition.Account.ChargeInference)
        {
            day.Post(seat, TransferReason.Inference, cents);
        }

        day.Emit(EventKind.InferenceCharged, seat, -1, Held(charge.InputTokens), Held(charge.OutputTokens), cents);
        return default;
    }

    private static int Held(long tokens) => (int)Math.Min(int.MaxValue, tokens);
}
