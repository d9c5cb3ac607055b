namespace FbaBench;

/// <summary>
/// Checks that a store keeps the contract of <see cref="IRunStore"/>: logs that are created once, read while they grow and gone on with; documents that are whole or not there; names that are refused; a run that is played, killed and resumed through
/// the store.
/// </summary>
public static class StoreConformance
{
    /// <summary>Runs all checks.</summary>
    /// <param name="create">Makes an empty store; called for every check. One that is disposable is disposed after it.</param>
    /// <param name="reopen">Opens the content of a store as another process would that was started since; null for a store whose content ends with it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The checks: empty, creates, reads, goes-on, documents, copies, whole, separate, lists, names, concurrent, resumes, lasts.</returns>
    public static Task<ConformanceReport> CheckAsync(Func<IRunStore> create, Func<IRunStore, IRunStore>? reopen = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        return new StoreChecks(create, reopen, cancellationToken).RunAsync();
    }

    /// <summary>Runs all checks and throws where one does not pass.</summary>
    /// <exception cref="ConformanceException">The message has all that did not pass.</exception>
    /// <inheritdoc cref="CheckAsync"/>
    public static async Task<ConformanceReport> AssertAsync(Func<IRunStore> create, Func<IRunStore, IRunStore>? reopen = null, CancellationToken cancellationToken = default)
    {
        var report = await CheckAsync(create, reopen, cancellationToken).ConfigureAwait(false);
        report.Assert();
        return report;
    }
}
