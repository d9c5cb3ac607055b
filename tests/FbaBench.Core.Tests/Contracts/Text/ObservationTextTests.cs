using FbaBench.Tests.Contracts.Json;

namespace FbaBench.Tests.Contracts.Text;

public sealed class ObservationTextTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void An_observation_is_written_to_this_text() =>
        Assert.Equal(Golden.Text, ObservationText.Write(SampleObservation.Create()));

    [Fact]
    public void The_daily_form_is_the_full_one_without_products_and_terms()
    {
        var full = ObservationText.Write(SampleObservation.Create());
        var first = full.IndexOf("\nYOUR PRODUCTS", StringComparison.Ordinal);
        var after = full.IndexOf("\nREFUSED", StringComparison.Ordinal);
        Assert.Equal(full[..first] + full[after..], ObservationText.Write(SampleObservation.Create(), ObservationDetail.Daily));
    }

    [Fact]
    public void The_text_is_the_same_under_another_culture() =>
        Assert.Equal(ObservationText.Write(SampleObservation.Create()), OtherCulture.Run(() => ObservationText.Write(SampleObservation.Create())));

    [Fact]
    public void Every_value_of_an_observation_is_in_its_text()
    {
        var sample = SampleObservation.Create();
        var written = ObservationText.Write(sample);
        Assert.All(Variants.Of(sample).Where(variant => !SaysNothing(variant.Path)), variant =>
            Assert.True(ObservationText.Write((Observation)variant.Variant) != written, $"{variant.Path} is not in the text"));
    }

    /// <summary>Tables keep their shape: a row has as many cells as its header.</summary>
    [Fact]
    public void Rows_have_the_cells_of_their_header()
    {
        var columns = 0;
        var rows = 0;
        foreach (var line in ObservationText.Write(SampleObservation.Create()).Split('\n'))
        {
            var cells = line.Split(" | ").Length;
            if (cells > 1 && columns > 1)
            {
                Assert.Equal(columns, cells);
                rows++;
            }

            columns = cells;
        }

        Assert.Equal(14, rows);
    }

    /// <summary>As of JSON; and the bounds of a refusal stand in its message or nowhere.</summary>
    private static bool SaysNothing(string path) => ObservationJsonTests.SaysNothing(path);
}
