using FbaBench.Market;
using FbaBench.Primitives;
using FbaBench.World;

namespace FbaBench.Benchmarks.Clean;

/// <summary>What becomes of a unit that was sold: delivery, funds, review, claim, return or complaint.</summary>
internal sealed class AfterSale(Today today, Seller seller)
{
    private const int LateDays = 3;
    private const int LongestReviewDelay = 10;
    private const int ComplaintWithinDays = 7;
    private const int ClosedDays = 21;
    private const double DefectShift = 4;

    private readonly AccountTerms _account = today.Definition.Account;
    private readonly ReviewTerms _reviews = today.Definition.Market.Reviews;
    private readonly SupplyTerms _supply = today.Definition.Supply;

    /// <summary>Schedules what follows. Returns whether the unit was one of the defective ones.</summary>
    /// <param name="own">The listing.</param>
    /// <param name="unit">Number of the unit among those of the day.</param>
    /// <param name="sale">What was paid for it.</param>
    /// <param name="unitCost">What it cost.</param>
    /// <param name="defects">Defective units of its lot that are left.</param>
    /// <param name="units">Units of its lot that are left.</param>
    public bool Schedule(OwnListing own, int unit, UnitSale sale, long unitCost, int defects, int units)
    {
        var more = today.Draws.Bits(Mechanism.Lateness, own.Key, today.Day, unit);
        var bits = today.Draws.Bits(Mechanism.AfterSale, own.Key, today.Day, unit);
        var isDefective = defects > 0 && KeyedDraws.ToUniform(more.X1) * units < defects;
        var isLate = KeyedDraws.ToUniform(more.X0) < _reviews.LateShare;
        var delivery = Durations.Delivery(_account.DeliveryDays, KeyedDraws.ToUniform(bits.X0)) + (isLate ? LateDays : 0);
        seller.Funds[(today.Day + delivery + _account.ReserveDays + 1) % seller.Funds.Length] += sale.Net;
        if (unit < own.Orders)
        {
            Review(own, unit, delivery, isLate, isDefective, sale.Price);
        }

        if (today.Rules.World.HasAdversaries && KeyedDraws.ToUniform(more.X2) < today.Definition.Adversaries.AuthenticityClaimsPer1000Units / 1_000)
        {
            Claim(own);
        }

        if (KeyedDraws.ToUniform(bits.X1) < (isDefective ? _supply.DefectReturnChance : own.Product.ReturnRate))
        {
            Return(own, sale, unitCost, delivery, isDefective, bits, more.X3);
        }
        else if (isDefective)
        {
            Complain(own, sale, delivery, more.X2);
        }

        return isDefective;
    }

    private void Review(OwnListing own, int order, int delivery, bool isLate, bool isDefective, long price)
    {
        var bits = today.Draws.Bits(Mechanism.Review, own.Key, today.Day, order);
        if (KeyedDraws.ToUniform(bits.X0) >= _reviews.Rate)
        {
            return;
        }

        var day = today.Day + delivery + 1 + (int)(KeyedDraws.ToUniform(bits.X1) * LongestReviewDelay);
        var shift = own.Quality - (_reviews.PriceExpectation * DetMath.Log(price / (double)own.ReferenceCents));
        var stars = today.Rules.Stars.Of(KeyedDraws.ToUniform(bits.X2), shift - (isDefective ? DefectShift : 0), isLate);
        own.Reviews[day % own.Reviews.Length][stars - 1]++;
    }

    /// <summary>A buyer doubts the goods: the marketplace closes the listing and asks for proof.</summary>
    private void Claim(OwnListing own)
    {
        if (!seller.IsTrading || seller.LastDecisionDay <= today.Day || own.BlockedUntil > today.Day || (own.InvoiceDay == 0 && own.Product.OpeningStock == 0))
        {
            return;
        }

        own.BlockedUntil = today.Day + ClosedDays;
        today.Tell(EventKind.ListingClosed, own.Row, ClosedDays, (int)MailKind.Authenticity);
        seller.Claims.Add(own);
        today.Tell(EventKind.MailSent, own.Row, 0, (int)MailKind.Authenticity);
    }

    private void Return(OwnListing own, UnitSale sale, long unitCost, int delivery, bool isDefective, PhiloxBlock bits, uint honesty)
    {
        var isFalse = !isDefective && KeyedDraws.ToUniform(honesty) < _supply.FalseReturnShare;
        var isResellable = !isDefective && !isFalse && KeyedDraws.ToUniform(bits.X3) < own.Product.ResellableShare;
        var day = today.Day + Durations.ReturnAfterSale(_supply.ReturnDays, delivery, KeyedDraws.ToUniform(bits.X2));
        var coming = own.Returns[day % own.Returns.Length];
        coming.UnitsByMonth[today.Month % coming.UnitsByMonth.Length]++;
        coming.Resellable += isResellable ? 1 : 0;
        coming.Defective += isDefective || isFalse ? 1 : 0;
        coming.Cost += unitCost;
        coming.StockCost += isResellable ? unitCost : 0;
        coming.Refund += sale.Price;
        var refund = seller.Refunds[day % seller.Refunds.Length];
        refund.Cents += sale.Price;
        refund.Referral += sale.Referral;
        refund.Fee += own.Fees.RefundAdministrationCents(today.Definition.Start.AddDays(day), sale.Referral);
    }

    private void Complain(OwnListing own, UnitSale sale, int delivery, uint word)
    {
        var day = today.Day + delivery + 1 + (int)(word % ComplaintWithinDays);
        var coming = own.Complaints[day % own.Complaints.Length];
        coming.Units++;
        coming.Cents += sale.Price;
        coming.Referral += sale.Referral;
    }
}
