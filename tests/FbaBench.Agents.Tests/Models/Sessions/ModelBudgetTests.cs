using CsCheck;

namespace FbaBench.Agents.Tests.Models.Sessions;

/// <summary>Limits that are reserved before a call and settled after it.</summary>
public sealed class ModelBudgetTests
{
    /// <summary>Runs that share a budget, each with its own, call at the same time; services bill what they like up to the worst case.</summary>
    [Fact]
    [Trait("Category", "Property")]
    public void Calls_at_the_same_time_never_overspend_together()
    {
        var trials = 0;
        var refused = 0;
        Gen.Select(Gen.Int[2, 8], Gen.Long[1_000, 1_000_000], Gen.Long[1_000, 300_000], Gen.Int[1, 200], Gen.ULong).Sample(
            (runs, inAll, each, calls, seed) =>
            {
                Interlocked.Increment(ref trials);
                var shared = new ModelBudget(new() { MicroDollarsPerRun = inAll, TokensPerRun = inAll * 2 });
                var own = Enumerable.Range(0, runs).Select(_ => new ModelBudget(new() { MicroDollarsPerRun = each, CallsPerRun = calls }, shared)).ToArray();
                var charged = new long[runs];
                Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = runs }, run =>
                {
                    var random = new Random(unchecked((int)seed) + run);
                    for (var made = 0; ; made++)
                    {
                        var worst = new ModelDemand(random.Next(1, 5_000), random.Next(1, 5_000));
                        if (own[run].Reserve(worst) is { } limit)
                        {
                            Interlocked.Increment(ref refused);
                            Assert.Contains(limit, new[] { ModelLimitKind.MoneyPerRun, ModelLimitKind.CallsPerRun, ModelLimitKind.Shared });
                            Assert.True(limit != ModelLimitKind.CallsPerRun || made == calls);
                            break;
                        }

                        Assert.True(made < calls);
                        var actual = new ModelDemand(random.NextInt64(0, worst.Tokens + 1), random.NextInt64(0, worst.MicroDollars + 1));
                        Thread.Yield();
                        own[run].Settle(worst, actual);
                        charged[run] += actual.MicroDollars;
                    }
                });

                Assert.True(charged.Sum() <= inAll);
                Assert.Equal(charged.Sum(), shared.Spent.MicroDollars);
                Assert.True(shared.Spent.Tokens <= inAll * 2);
                for (var run = 0; run < runs; run++)
                {
                    Assert.True(charged[run] <= each);
                    Assert.Equal(charged[run], own[run].Spent.MicroDollars);
                }
            },
            iter: 1_000);
        Assert.Equal(1_000, trials);
        Assert.True(refused >= 2_000);
    }

    [Theory]
    [InlineData(nameof(ModelLimits.TokensPerCall), ModelLimitKind.TokensPerCall)]
    [InlineData(nameof(ModelLimits.TokensPerDay), ModelLimitKind.TokensPerDay)]
    [InlineData(nameof(ModelLimits.TokensPerRun), ModelLimitKind.TokensPerRun)]
    [InlineData(nameof(ModelLimits.CallsPerDay), ModelLimitKind.CallsPerDay)]
    [InlineData(nameof(ModelLimits.CallsPerRun), ModelLimitKind.CallsPerRun)]
    [InlineData(nameof(ModelLimits.MicroDollarsPerDay), ModelLimitKind.MoneyPerDay)]
    [InlineData(nameof(ModelLimits.MicroDollarsPerRun), ModelLimitKind.MoneyPerRun)]
    public void Each_limit_holds_to_the_last_unit_and_a_day_s_is_new_every_day(string name, ModelLimitKind kind)
    {
        var limits = name switch
        {
            nameof(ModelLimits.TokensPerCall) => new ModelLimits { TokensPerCall = 10 },
            nameof(ModelLimits.TokensPerDay) => new() { TokensPerDay = 20 },
            nameof(ModelLimits.TokensPerRun) => new() { TokensPerRun = 20 },
            nameof(ModelLimits.CallsPerDay) => new() { CallsPerDay = 2 },
            nameof(ModelLimits.CallsPerRun) => new() { CallsPerRun = 2 },
            nameof(ModelLimits.MicroDollarsPerDay) => new() { MicroDollarsPerDay = 20 },
            _ => new ModelLimits { MicroDollarsPerRun = 20 },
        };
        var budget = new ModelBudget(limits);
        budget.BeginDay();
        Assert.Null(budget.Reserve(new(10, 10)));
        Assert.Null(budget.Reserve(new(10, 10)));
        Assert.Equal(kind, budget.Reserve(new(11, 11)));
        budget.BeginDay();
        Assert.Equal(kind.ToString().EndsWith("PerDay", StringComparison.Ordinal) ? null : kind, budget.Reserve(new(11, 11)));
    }

    [Fact]
    public void What_was_reserved_and_not_needed_is_free_again_and_a_refused_call_takes_nothing()
    {
        var shared = new ModelBudget(new() { TokensPerRun = 150 });
        var budget = new ModelBudget(new() { TokensPerRun = 100 }, shared);
        Assert.Null(budget.Reserve(new(90, 0)));
        Assert.Equal(ModelLimitKind.TokensPerRun, budget.Reserve(new(11, 0)));
        Assert.Equal(90, shared.Spent.Tokens);
        budget.Settle(new(90, 0), new(30, 0));
        Assert.Null(budget.Reserve(new(70, 0)));
        Assert.Equal((100, 100), (budget.Spent.Tokens, shared.Spent.Tokens));
        Assert.Equal(ModelLimitKind.Shared, new ModelBudget(ModelLimits.None, shared).Reserve(new(51, 0)));
    }

    [Fact]
    public void A_shared_budget_has_no_days_and_limits_start_at_one()
    {
        Assert.Throws<ArgumentException>(() => new ModelBudget(ModelLimits.None, new ModelBudget(new() { CallsPerDay = 1 })));
        Assert.Throws<ArgumentException>(() => new ModelBudget(ModelLimits.None, new ModelBudget(new() { TimePerRun = TimeSpan.FromSeconds(1) })));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelLimits { TokensPerRun = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelLimits { TimePerDay = TimeSpan.Zero });
    }
}
