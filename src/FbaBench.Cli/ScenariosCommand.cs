namespace FbaBench.Cli;

/// <summary><c>fbabench scenarios</c>: what is shipped.</summary>
internal static class ScenariosCommand
{
    public static CliCommand Create()
    {
        var command = new CliCommand("scenarios", "Lists the shipped scenarios and agents.");
        command.SetAction(_ =>
        {
            foreach (var scenario in ShippedScenarios.All)
            {
                var world = scenario.Define(new WorldSeed(0));
                Console.WriteLine($"{scenario.Name,-12} {world.Niches.Sum(niche => niche.Products.Count)} products in {world.Niches.Count} niches, {world.Days} days from {world.Start}, {world.Cash} dollars");
            }

            Console.WriteLine();
            Console.WriteLine("agents       " + string.Join(", ", ShippedAgents.Names));
            return ExitCodes.Passed;
        });
        return command;
    }
}
