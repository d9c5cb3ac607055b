namespace FbaBench.Tests.Docs;

/// <summary>Shown in docs/training.md.</summary>
public sealed class TrainingPage
{
    [Fact]
    public void The_loop_shown_trains_on_a_whole_episode()
    {
        const int worlds = 4;
        var random = new Random(1);
        using var batch = TrainingBatch.Create(new TwoMugs(), worlds);
        var layout = batch.Layout;
        var actions = new float[batch.Rows * layout.ActionLength];
        var returns = new double[batch.Rows];
        batch.Reset([.. Enumerable.Range(1, worlds).Select(seed => new WorldSeed((ulong)seed))]);
        while (batch.Done.Contains(false))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                var seen = batch.Observations.Slice(row * layout.ObservationLength, layout.ObservationLength);
                var action = actions.AsSpan(row * layout.ActionLength, layout.ActionLength);
                action.Fill(float.NaN);
                for (var offer = 0; offer < layout.Offers; offer++)
                {
                    var stock = seen[TrainingLayout.IndexOf(offer, OfferFeature.UnitsOnHand)] + seen[TrainingLayout.IndexOf(offer, OfferFeature.UnitsInbound)];
                    action[TrainingLayout.IndexOf(offer, OfferAction.PriceMultiplier)] = 1 + (0.1f * random.NextSingle());
                    action[TrainingLayout.IndexOf(offer, OfferAction.OrderUnits)] = stock < 100 ? 300 : 0;
                }
            }

            batch.Step(actions);
            for (var row = 0; row < batch.Rows; row++)
            {
                returns[row] += batch.Rewards[row];
            }
        }

        for (var world = 0; world < worlds; world++)
        {
            Console.WriteLine($"return {returns[world]:0.00}, score {batch.World(world).Simulation.Gain(new Seat(0))}");
        }

        Assert.All(Enumerable.Range(0, worlds), world => Assert.Equal(batch.World(world).Simulation.Gain(new Seat(0)).Cents / 100.0, returns[world], 6));
    }

    [Fact]
    public void Many_seeds_of_one_definition_share_it()
    {
        var world = PreparedWorld.Of(new TwoMugs().Define(new WorldSeed(1)));
        using var batch = TrainingBatch.Create(world, worlds: 256);
        batch.Reset([.. Enumerable.Range(1, 256).Select(seed => new WorldSeed((ulong)seed))]);
        Assert.Same(world, batch.World(255).World);
    }
}
