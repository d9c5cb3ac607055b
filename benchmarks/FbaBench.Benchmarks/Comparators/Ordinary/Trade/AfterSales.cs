using FbaBench.Market;
using FbaBench.Primitives;

namespace FbaBench.Benchmarks.Ordinary;

/// <summary>What becomes of a unit: its number, its draws, its delivery.</summary>
internal sealed record UnitFate(int Unit, PhiloxBlock Bits, PhiloxBlock More, bool IsDefective, bool IsLate, int DeliveryDays);

/// <summary>Plans delivery, funds, review, claim, return or complaint of units that were sold.</summary>
internal sealed class AfterSales(Day day, EventBus bus, SellerAccount account)
{
    private const int LateDays = 3;
    private const int LongestReviewDelay = 10;
    private const int ComplaintWithinDays = 7;
    private const int ClosedDays = 21;
    private const double DefectShift = 4;

    private readonly ReviewTerms _reviews = day.Definition.Market.Reviews;
    private readonly SupplyTerms _supply = day.Definition.Supply;

    /// <summary>Draws what becomes of a unit.</summary>
    /// <param name="own">The listing.</param>
    /// <param name="unit">Number of the unit among those of the day.</param>
    /// <param name="defects">Defective units of its lot that are left.</param>
    /// <param name="units">Units of its lot that are left.</param>
    public UnitFate Draw(OwnListing own, int unit, int defects, int units)
    {
        var more = day.Draws.Bits(Mechanism.Lateness, own.Key, day.Number, unit);
        var bits = day.Draws.Bits(Mechanism.AfterSale, own.Key, day.Number, unit);
        var isLate = KeyedDraws.ToUniform(more.X0) < _reviews.LateShare;
        var delivery = Durations.Delivery(day.Definition.Account.DeliveryDays, KeyedDraws.ToUniform(bits.X0)) + (isLate ? LateDays : 0);
        return new(unit, bits, more, defects > 0 && KeyedDraws.ToUniform(more.X1) * units < defects, isLate, delivery);
    }

    public async Task PlanAsync(OwnListing own, UnitSale sale, decimal unitCost, UnitFate fate)
    {
        var paidOn = day.Number + fate.DeliveryDays + day.Definition.Account.ReserveDays + 1;
        account.FundsByDay[paidOn] = account.FundsByDay.GetValueOrDefault(paidOn) + sale.Net;
        if (fate.Unit < own.Orders)
        {
            Review(own, fate, sale.Price);
        }

        if (day.Rules.World.HasAdversaries && KeyedDraws.ToUniform(fate.More.X2) < day.Definition.Adversaries.AuthenticityClaimsPer1000Units / 1_000)
        {
            await ClaimAsync(own).ConfigureAwait(false);
        }

        if (KeyedDraws.ToUniform(fate.Bits.X1) < (fate.IsDefective ? _supply.DefectReturnChance : own.Product.ReturnRate))
        {
            Return(own, sale, unitCost, fate);
        }
        else if (fate.IsDefective)
        {
            Complain(own, sale, fate);
        }
    }

    private void Review(OwnListing own, UnitFate fate, decimal price)
    {
        var bits = day.Draws.Bits(Mechanism.Review, own.Key, day.Number, fate.Unit);
        if (KeyedDraws.ToUniform(bits.X0) >= _reviews.Rate)
        {
            return;
        }

        var shift = own.Quality - (_reviews.PriceExpectation * DetMath.Log(Dollars.InCents(price) / Dollars.InCents(own.ReferencePrice)));
        var stars = day.Rules.Stars.Of(KeyedDraws.ToUniform(bits.X2), shift - (fate.IsDefective ? DefectShift : 0), fate.IsLate);
        var review = (day.Number + fate.DeliveryDays + 1 + (int)(KeyedDraws.ToUniform(bits.X1) * LongestReviewDelay), stars);
        own.ReviewsByDay[review] = own.ReviewsByDay.GetValueOrDefault(review) + 1;
    }

    /// <summary>A buyer doubts the goods: the marketplace closes the listing and asks for proof.</summary>
    private async Task ClaimAsync(OwnListing own)
    {
        if (!account.IsTrading || account.LastDecisionDay <= day.Number || own.BlockedUntil > day.Number || (own.InvoiceDay == 0 && own.Product.OpeningStock == 0))
        {
            return;
        }

        own.BlockedUntil = day.Number + ClosedDays;
        await bus.PublishAsync(new ListingClosed(own, ClosedDays)).ConfigureAwait(false);
        await bus.PublishAsync(new ProofRequested(own)).ConfigureAwait(false);
    }

    private void Return(OwnListing own, UnitSale sale, decimal unitCost, UnitFate fate)
    {
        var isFalse = !fate.IsDefective && KeyedDraws.ToUniform(fate.More.X3) < _supply.FalseReturnShare;
        var isResellable = !fate.IsDefective && !isFalse && KeyedDraws.ToUniform(fate.Bits.X3) < own.Product.ResellableShare;
        var back = day.Number + Durations.ReturnAfterSale(_supply.ReturnDays, fate.DeliveryDays, KeyedDraws.ToUniform(fate.Bits.X2));
        var batch = own.ReturnsByDay.GetValueOrDefault(back, ReturnBatch.None);
        own.ReturnsByDay[back] = batch with
        {
            Resellable = batch.Resellable + (isResellable ? 1 : 0),
            Defective = batch.Defective + (fate.IsDefective || isFalse ? 1 : 0),
            Cost = batch.Cost + unitCost,
            StockCost = batch.StockCost + (isResellable ? unitCost : 0),
            Refund = batch.Refund + sale.Price,
            UnitsByMonth = new Dictionary<int, int>(batch.UnitsByMonth) { [day.Month] = batch.UnitsByMonth.GetValueOrDefault(day.Month) + 1 },
        };
        var refund = account.RefundsByDay.GetValueOrDefault(back, RefundBatch.None);
        var fee = own.Fees.RefundAdministrationCents(day.Definition.Start.AddDays(back), Dollars.ToCents(sale.Referral));
        account.RefundsByDay[back] = new(refund.Amount + sale.Price, refund.Referral + sale.Referral, refund.Fee + Dollars.FromCents(fee));
    }

    private void Complain(OwnListing own, UnitSale sale, UnitFate fate)
    {
        var due = day.Number + fate.DeliveryDays + 1 + (int)(fate.More.X2 % ComplaintWithinDays);
        var batch = own.ComplaintsByDay.GetValueOrDefault(due, ComplaintBatch.None);
        own.ComplaintsByDay[due] = new(batch.Units + 1, batch.Amount + sale.Price, batch.Referral + sale.Referral);
    }
}
