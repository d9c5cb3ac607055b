using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace FbaBench.Agents.Tests.Endpoint;

/// <summary>Everything that whoever observes a process can hear: activities of all sources with their tags, events and baggage, and measures of all meters. Of other tests too, which does no harm: what is looked for is planted.</summary>
internal sealed class Overheard : IDisposable
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measures = new();

    public Overheard()
    {
        _activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _heard.Enqueue($"{activity.Source.Name} {activity.DisplayName} {activity.OperationName} {activity.StatusDescription}");
                Add(activity.TagObjects);
                Add(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)));
                foreach (var one in activity.Events)
                {
                    _heard.Enqueue(one.Name);
                    Add(one.Tags);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _measures.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, tags));
        _measures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, tags));
        _measures.Start();
    }

    public string Text => string.Join('\n', _heard);

    public void Dispose()
    {
        _activities.Dispose();
        _measures.Dispose();
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _heard.Enqueue($"{instrument.Meter.Name} {instrument.Name}");
        Add(tags.ToArray());
    }

    private void Add(IEnumerable<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            _heard.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        }
    }
}
