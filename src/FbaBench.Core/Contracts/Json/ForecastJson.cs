using System.Text.Json;

namespace FbaBench.Contracts;

/// <summary>A seller's forecasts as JSON.</summary>
internal static class ForecastJson
{
    public static void Write(Utf8JsonWriter json, Observation observation)
    {
        json.WriteStartObject("forecasts");
        json.WriteStartArray("units");
        foreach (var forecast in observation.Forecasts.Units)
        {
            json.WriteStartObject();
            json.WriteString("offer", ObservedNames.Offer(observation, forecast.Offer).Name);
            json.WriteNumber("firstDay", forecast.FirstDay);
            json.WriteNumber("lastDay", forecast.LastDay);
            json.WriteNumber("low", forecast.Low);
            json.WriteNumber("expected", forecast.Expected);
            json.WriteNumber("high", forecast.High);
            if (forecast.Actual is { } actual)
            {
                json.WriteNumber("actual", actual);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cash");
        foreach (var forecast in observation.Forecasts.Cash)
        {
            json.WriteStartObject();
            json.WriteNumber("day", forecast.Day);
            json.WriteMoney("low", forecast.Low);
            json.WriteMoney("expected", forecast.Expected);
            json.WriteMoney("high", forecast.High);
            if (forecast.Actual is { } actual)
            {
                json.WriteMoney("actual", actual);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
