// The gate and the suites from the package alone, in a program of no test runner.
using FbaBench;

var shop = SmallWorlds.Shop();
var same = await AgentGate.AssertNotWorseAsync(() => new BaseStock(), () => new BaseStock(), shop, Money.Dollars(20));
Console.WriteLine($"same: {same.Outcome} after {same.Worlds} worlds");
try
{
    await AgentGate.AssertNotWorseAsync(() => new DoNothing(), () => new BaseStock(), shop, Money.Dollars(20));
    return 1;
}
catch (AgentGateException error)
{
    Console.WriteLine(error.Message);
}

Console.WriteLine(await AgentConformance.AssertAsync(() => new BaseStock()));
Console.WriteLine(await ScenarioConformance.AssertAsync(() => SmallWorlds.Duel()));
Console.WriteLine(await StoreConformance.AssertAsync(() => new MemoryRunStore()));
return 0;
