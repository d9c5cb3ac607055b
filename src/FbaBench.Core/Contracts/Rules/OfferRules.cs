namespace FbaBench.Contracts;

/// <summary>
/// When a command on an offer's price, promotion or stock is refused, over what the rule needs alone: the kernel asks with the values of the state,
/// a draft with those that the morning shows.
/// </summary>
internal static class OfferRules
{
    public const int HighestPriceCents = 100_000_000;

    /// <summary>Bought reviews of an offer that wait to appear or to be found.</summary>
    public const int MostReviews = 1_000;

    /// <param name="index">Position in the batch.</param>
    /// <param name="cents">The new list price.</param>
    /// <param name="promoted">The promoted price, 0 without a promotion.</param>
    public static Refusal ListPrice(int index, long cents, long promoted)
    {
        if (cents is < 1 or > HighestPriceCents)
        {
            return new(index, RefusalReason.PriceOutOfRange, cents, 1, HighestPriceCents);
        }

        return promoted > 0 && cents <= promoted ? new(index, RefusalReason.BelowPromotion, cents, promoted + 1, HighestPriceCents) : default;
    }

    /// <param name="index">Position in the batch.</param>
    /// <param name="command">The promotion.</param>
    /// <param name="list">List price, 0 while closed.</param>
    /// <param name="promoted">Price of the promotion that runs, or 0.</param>
    /// <param name="promotedUntil">Its last day.</param>
    /// <param name="highest">Highest price by the prices of the past days.</param>
    /// <param name="daysLeft">Days left of the allowance and to decide.</param>
    public static Refusal Promotion(int index, StartPromotion command, long list, long promoted, int promotedUntil, long highest, int daysLeft)
    {
        if (list == 0)
        {
            return new(index, RefusalReason.OfferIsClosed, 0, 0, 0);
        }

        if (promoted > 0)
        {
            return new(index, RefusalReason.PromotionRuns, promoted, 0, promotedUntil);
        }

        // A promotion is below the list price too.
        highest = Math.Min(list - 1, highest);
        if (command.Price.Cents < 1 || command.Price.Cents > highest)
        {
            return new(index, RefusalReason.PromotionTooSmall, command.Price.Cents, 1, highest);
        }

        return command.Days < 1 || command.Days > daysLeft ? new(index, RefusalReason.PromotionDaysUsed, command.Days, 1, daysLeft) : default;
    }

    public static Refusal PromotionEnd(int index, long promoted) => promoted == 0 ? new(index, RefusalReason.NoPromotion, 0, 0, 0) : default;

    public static Refusal Liquidation(int index, int units, long onHand)
    {
        if (units < 1)
        {
            return new(index, RefusalReason.UnitsOutOfRange, units, 1, onHand);
        }

        return units > onHand ? new(index, RefusalReason.NotEnoughStock, units, 1, onHand) : default;
    }

    public static Refusal Disposal(int index, DisposeUnsellable command, long unsellable)
    {
        if (command.Units < 1 || command.Units > unsellable)
        {
            return new(index, RefusalReason.UnsellableOutOfRange, command.Units, 1, unsellable);
        }

        return Enum.IsDefined(command.Path) ? default : new(index, RefusalReason.UnknownPath, (int)command.Path, 0, 1);
    }

    /// <param name="index">Position in the batch.</param>
    /// <param name="count">Reviews.</param>
    /// <param name="isShared">Whether the listing is shared.</param>
    /// <param name="bought">Reviews bought before that have not been found.</param>
    public static Refusal Reviews(int index, int count, bool isShared, long bought)
    {
        if (isShared)
        {
            return new(index, RefusalReason.SharedListing, 0, 0, 0);
        }

        var most = MostReviews - bought;
        return count < 1 || count > most ? new(index, RefusalReason.ReviewsOutOfRange, count, 1, most) : default;
    }

    /// <summary>What bought reviews cost at once.</summary>
    public static long ReviewCents(Money reference, Money commission, int count) => checked((reference + commission).Cents * count);
}
