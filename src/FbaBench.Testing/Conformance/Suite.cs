namespace FbaBench;

/// <summary>A finding of a check.</summary>
internal sealed class NotConforming(string detail) : Exception(detail);

/// <summary>Runs the checks of a suite one after the other; one that throws has not passed, and the others are run all the same.</summary>
internal sealed class Suite(string subject, CancellationToken cancellationToken)
{
    private readonly List<ConformanceCheck> _checks = [];

    public ConformanceReport Report => new(subject, _checks);

    /// <summary>Runs a check.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="passed">What it says where it passes.</param>
    /// <param name="check">Throws where it does not.</param>
    public async Task RunAsync(string name, string passed, Func<Task> check)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await check().ConfigureAwait(false);
            _checks.Add(new(name, true, passed));
        }
        catch (NotConforming finding)
        {
            _checks.Add(new(name, false, finding.Message));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            _checks.Add(new(name, false, $"{error.GetType().Name}: {error.Message}"));
        }
    }

    public Task RunAsync(string name, string passed, Action check) => RunAsync(name, passed, () =>
    {
        check();
        return Task.CompletedTask;
    });

    public void Skip(string name, string why) => _checks.Add(new(name, true, "not asked: " + why));

    public static void Need(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            throw new NotConforming(otherwise);
        }
    }
}
