using FbaBench.World;

namespace FbaBench.Tests.Kernel;

/// <summary>Bought reviews, in a laboratory where nobody reviews unbidden: every review that comes was bought, and every one that goes was found.</summary>
public sealed class BoughtReviewTests
{
    private const int Seeds = 400;
    private const double Chance = 0.15;

    /// <summary>Bought on the third day; the first month ends on the seventeenth.</summary>
    private const int BuyDay = 2;
    private const int MonthEnd = 16;

    [Fact]
    public void Detection_has_the_chance_of_any_one_being_found_and_is_monotone_in_their_number()
    {
        int[] numbers = [1, 3, 10];
        var caught = new int[numbers.Length];
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var before = false;
            for (var i = 0; i < numbers.Length; i++)
            {
                var isCaught = Fines(Bought(seed, [numbers[i]])) > 0;
                Assert.True(isCaught || !before, "more bought reviews were found with a smaller chance");
                before = isCaught;
                caught[i] += isCaught ? 1 : 0;
            }
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            var expected = 1 - Math.Pow(1 - Chance, numbers[i]);
            var error = 4 * Math.Sqrt(expected * (1 - expected) / Seeds);
            Assert.InRange(caught[i] / (double)Seeds, expected - error, expected + error);
        }
    }

    /// <summary>Splitting a purchase gives no fresh draw: reviews come on the same days, and are found together or not at all.</summary>
    [Fact]
    public void Twice_five_are_once_ten()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var (once, twice) = (Bought(seed, [10]), Bought(seed, [5, 5]));
            Assert.Equal(once.State.StarCounts.ToArray(), twice.State.StarCounts.ToArray());
            Assert.Equal(once.State.ReviewsComing.ToArray(), twice.State.ReviewsComing.ToArray());
            Assert.Equal(once.Books(new(0)).Balance(Account.Fines), twice.Books(new(0)).Balance(Account.Fines));
            Assert.Equal(once.Books(new(0)).Balance(Account.BoughtReviews), twice.Books(new(0)).Balance(Account.BoughtReviews));
        }
    }

    /// <summary>Five stars each over ten days; found ones go, those on their way too, and no other.</summary>
    [Fact]
    public void Never_more_are_deleted_than_were_bought()
    {
        var (found, stood) = (0L, 0L);
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var simulation = World(seed);
            var opening = Five(simulation);
            var bought = 0L;
            var deleted = 0L;
            for (var day = 0; day < 70; day++)
            {
                var number = day % 9 == 4 ? (day % 4) + 1 : 0;
                Buy(simulation, number == 0 ? [] : [number]);
                bought += number;
                foreach (var found1 in simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.ReviewsFound))
                {
                    deleted += found1.Units;
                    Assert.Equal(0, simulation.State.BoughtReviews[0]);
                }

                Assert.InRange(deleted, 0, bought);
                Assert.Equal(opening + bought - deleted, Five(simulation) + Coming(simulation));
                Assert.Equal(simulation.State.BoughtReviews[0], bought - deleted);
            }

            found += deleted;
            stood += bought - deleted;
        }

        Assert.True(found > 0 && stood > 0);
    }

    [Fact]
    public void One_fine_a_month_at_most_whatever_is_bought()
    {
        var fines = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            var simulation = World(seed);
            var months = new List<int>();
            for (var day = 0; day < 100; day++)
            {
                Buy(simulation, [1, 2]);
                foreach (var _ in simulation.Events.ToArray().Where(happened => happened.Kind == EventKind.ReviewsFound))
                {
                    Assert.True(MarketWorlds.Start.AddDays(day).IsMonthEnd);
                    months.Add(MarketWorlds.Start.AddDays(day).Month);
                }
            }

            Assert.Equal(months.Distinct(), months);
            Assert.Equal(Money.Dollars(2_500 * months.Count), simulation.Books(new(0)).Balance(Account.Fines));
            fines += months.Count;
        }

        Assert.True(fines > 20);
    }

    [Fact]
    public void A_bought_review_costs_the_unit_and_the_commission()
    {
        var simulation = World(1);
        var cash = simulation.Observe(new(0)).Cash;
        Buy(simulation, [7]);
        Assert.Equal(7 * (2_000 + 600), (cash - simulation.Observe(new(0)).Cash).Cents);
    }

    private static Simulation Bought(ulong seed, int[] numbers)
    {
        var simulation = World(seed);
        for (var day = 0; day <= MonthEnd; day++)
        {
            Buy(simulation, day == BuyDay ? numbers : []);
        }

        return simulation;
    }

    private static Simulation World(ulong seed)
    {
        var world = MarketWorlds.World(120, MarketWorlds.Niche(products: 1, rivals: 4, sessions: 100)) with
        {
            Laboratory = true,
            Market = new() { Reviews = new() { Rate = 0, DetectionChance = Chance } },
        };
        return TestWorlds.Start(world, seed);
    }

    private static void Buy(Simulation simulation, int[] numbers)
    {
        var id = new OfferId(0);
        MarketWorlds.Play(simulation, [.. numbers.Select(number => new BuyReviews(id, number))]);
    }

    private static long Fines(Simulation simulation) => simulation.Books(new(0)).Balance(Account.Fines).Cents;

    private static long Five(Simulation simulation) => simulation.State.StarCounts[WorldLayout.Stars - 1];

    /// <summary>Reviews on their way: twelve bits for each number of stars, five stars uppermost.</summary>
    private static long Coming(Simulation simulation)
    {
        var sum = 0L;
        foreach (var stars in simulation.State.ReviewsComing)
        {
            Assert.Equal(0, stars & ((1L << 48) - 1));
            sum += stars >> 48;
        }

        return sum;
    }
}
