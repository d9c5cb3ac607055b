namespace FbaBench;

/// <summary>
/// A benchmark: agents × scenarios × worlds × repeats. All agents meet the same worlds, so that differences are paired. The result
/// depends on the definition alone: not on threads, order of completion or machine.
/// </summary>
/// <remarks>A builder for one run; it checks what it is given at once.</remarks>
public sealed partial class Benchmark
{
    private const int DefaultWorlds = 32;
    internal const int MostWorlds = 1_000_000;
    private const int MostRepeats = 1_000;
    private const int LongestVersion = 100;
    private const int MostAtOnce = 100_000;

    private readonly string _name;
    private readonly List<IScenario> _scenarios = [];
    private readonly List<PlannedAgent> _agents = [];
    private int? _worlds;
    private int _repeats = 1;
    private int _threads = Environment.ProcessorCount;
    private int? _atOnce;
    private bool _logs = true;
    private bool _measured = true;
    private readonly List<Metric> _metrics = [];
    private bool _valued;
    private bool _bounded;
    private bool _fresh;
    private bool _retry;
    private long? _maxMicroDollars;
    private TimeSpan? _deadline;
    private string _output;
    private string? _comparedTo;
    private bool _ran;

    private Benchmark(string name)
    {
        _name = name;
        _output = Path.Combine("fbabench-results", name);
    }

    /// <summary>A benchmark of 32 worlds on all cores, with results in <c>./fbabench-results/NAME</c>.</summary>
    /// <param name="name">Name of the experiment, see <see cref="EntityName"/>.</param>
    /// <exception cref="ArgumentException">The name is not one.</exception>
    public static Benchmark Create(string name = "benchmark")
    {
        ArgumentNullException.ThrowIfNull(name);
        CheckName(name, "an experiment");
        return new Benchmark(name);
    }

    /// <summary>Adds a shipped scenario.</summary>
    /// <exception cref="ArgumentException">There is no such scenario, or it was added before.</exception>
    public Benchmark Scenario(string name) => Scenario(ShippedScenarios.Find(name));

    /// <summary>
    /// Adds a scenario of one's own. The world of seed 0 is defined at once to find mistakes early. Agents play seat 0; the other seats are those of the scenario's
    /// <see cref="IScenario.Opponents"/>, each a fresh instance for every episode.
    /// </summary>
    /// <exception cref="ArgumentException">The name or an opponent's is not one, or a scenario of that name was added before.</exception>
    /// <exception cref="WorldDefinitionException">Its definition is not valid, has another name, or other seats than one and one for each opponent.</exception>
    /// <exception cref="FeeTableMissingException">A day of its run has no published table for a fee that will be due.</exception>
    public Benchmark Scenario(IScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        CheckName(scenario.Name, "a scenario");
        if (_scenarios.Exists(other => other.Name == scenario.Name))
        {
            throw new ArgumentException($"The scenario '{scenario.Name}' was added before.", nameof(scenario));
        }

        foreach (var opponent in scenario.Opponents)
        {
            CheckName(opponent, "an opponent");
        }

        _ = Simulation.Create(PlannedWorlds.Define(scenario, new WorldSeed(0)), new WorldSeed(0));
        _scenarios.Add(scenario);
        return this;
    }

    /// <summary>Adds a shipped agent.</summary>
    /// <exception cref="ArgumentException">There is no such agent, or one of that name was added before.</exception>
    public Benchmark Agent(string name) => Agent(name, ShippedAgents.Factory(name));

    /// <summary>Adds an agent.</summary>
    /// <param name="name">Its name in results; it changes no draw.</param>
    /// <param name="factory">Makes a fresh instance for every episode; called on any thread. Instances must not share state. One that is disposable is disposed when its episode is over.</param>
    /// <param name="version">
    /// Says which agent this is, 1 to 100 printable characters: episodes that an earlier run finished count as this agent's
    /// where the version is the same, and are played again where it is not. Without one (the default) the build of the factory's
    /// assembly and the plain values that it captured stand in for it. Declare one for an agent that costs money, or that
    /// depends on anything else: a file, the environment, a model behind an API.
    /// </param>
    /// <exception cref="ArgumentException">The name is not one, an agent of that name was added before, or the version is not one.</exception>
    public Benchmark Agent(string name, Func<IAgent> factory, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Add(PlannedAgent.Of(Checked(name, version), version, factory));
    }

    /// <summary>Adds an agent whose factory is told the episode: one with a tape, a journal or a process of its own.</summary>
    /// <inheritdoc cref="Agent(string, Func{IAgent}, string?)"/>
    public Benchmark Agent(string name, Func<AgentSetting, IAgent> factory, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return Add(PlannedAgent.Of(Checked(name, version), version, factory));
    }

    /// <summary>Adds the agent of a specification, see <see cref="AgentRunners"/>.</summary>
    /// <param name="name">Its name in results; it changes no draw.</param>
    /// <param name="recipe">How it is made.</param>
    /// <exception cref="ArgumentException">The name is not one, or an agent of that name was added before.</exception>
    public Benchmark Agent(string name, AgentRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return Agent(name, recipe.Make, recipe.Version);
    }

    /// <summary>Number of worlds of each scenario, 1 to 1,000,000; default 32, the least that an interval is trusted with.</summary>
    public Benchmark Worlds(int count)
    {
        _worlds = count is >= 1 and <= MostWorlds
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), $"{count} worlds asked; allowed is 1 to {MostWorlds}.");
        return this;
    }

    /// <summary>
    /// How often every agent plays each world, 1 to 1,000; default 1. The world is the same each time, the agent's own draws (<see cref="AgentContext.Uniform"/>) are others: what
    /// differs between repeats is the agent's chance alone. The world stays the unit of every interval, its value the mean of its repeats. Repeats of an agent without chance are equal and add nothing.
    /// </summary>
    public Benchmark Repeats(int count)
    {
        _repeats = count is >= 1 and <= MostRepeats
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), $"{count} repeats asked; allowed is 1 to {MostRepeats}.");
        return this;
    }

    /// <summary>Episodes played at once where <see cref="Episodes"/> does not say another number, 1 to 1,024; default the number of cores. Changes no result.</summary>
    public Benchmark Threads(int count)
    {
        _threads = count is >= 1 and <= 1024
            ? count
            : throw new ArgumentOutOfRangeException(nameof(count), $"{count} threads asked; allowed is 1 to 1024.");
        return this;
    }

    /// <summary>
    /// Episodes in flight at once, 1 to 100,000; default the number of <see cref="Threads"/>. For agents that wait, for a model's answer say: an episode that waits
    /// holds no thread, and what is computed runs on as many threads as there are cores. Changes no result.
    /// </summary>
    public Benchmark Episodes(int atOnce)
    {
        _atOnce = atOnce is >= 1 and <= MostAtOnce
            ? atOnce
            : throw new ArgumentOutOfRangeException(nameof(atOnce), $"{atOnce} episodes at once asked; allowed is 1 to {MostAtOnce}.");
        return this;
    }

    /// <summary>
    /// Folder for report, results, records and logs; default <c>./fbabench-results/NAME</c>. Episodes that an earlier run finished
    /// in it are not played again; one run at a time can write to it.
    /// </summary>
    public Benchmark Output(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _output = folder;
        return this;
    }

    /// <summary>
    /// Starts over: deletes the folder's records, logs and results first. By default a run goes on where an earlier one of the same
    /// experiment ended.
    /// </summary>
    public Benchmark Fresh(bool startOver = true)
    {
        _fresh = startOver;
        return this;
    }

    /// <summary>
    /// Plays only what an earlier run in the folder left failed, missing or damaged, and refuses where there is none. A run without it does the same and more: it begins where there is nothing yet.
    /// </summary>
    public Benchmark RetryFailed(bool retry = true)
    {
        _retry = retry;
        return this;
    }

    /// <summary>
    /// Most dollars that the agents under test may charge themselves with (<see cref="ChargeInference"/>) in the whole experiment, earlier runs and failed attempts included; default no limit. An
    /// episode begins only where it fits in with those under way, each expected to cost what the dearest of its agent did so far, and none begins once the limit is spent; those under way are played to their end, so that the first
    /// episodes of an agent, of which nothing is known, can overstep it. Then the run ends with a <see cref="CostLimitException"/>, and the same run with a higher limit goes on.
    /// </summary>
    /// <param name="dollars">Above zero, at most 1,000,000.</param>
    public Benchmark MaxCost(decimal dollars)
    {
        _maxMicroDollars = dollars is > 0 and <= 1_000_000
            ? (long)Math.Ceiling(dollars * 1_000_000)
            : throw new ArgumentOutOfRangeException(nameof(dollars), $"A cost of at most {dollars} dollars asked; allowed is above zero and at most 1,000,000.");
        return this;
    }

    /// <summary>Whether every episode that is played writes a run log; default true. Changes no result; records are written either way.</summary>
    public Benchmark Logs(bool write)
    {
        _logs = write;
        return this;
    }

    /// <summary>Adds a metric of one's own to the shipped ones; the whole list is in docs/metrics.md.</summary>
    /// <exception cref="ArgumentException">A metric of that name is shipped or was added before.</exception>
    public Benchmark Metric(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (ShippedMetrics.All.Concat(_metrics).Any(other => other.Name == metric.Name))
        {
            throw new ArgumentException($"There is a metric '{metric.Name}' already; give yours another name.", nameof(metric));
        }

        _metrics.Add(metric);
        return this;
    }

    /// <summary>Whether episodes are measured; default true. Without it no metric is computed, those that were added neither; scores and records stay the same.</summary>
    public Benchmark Metrics(bool measure)
    {
        _measured = measure;
        return this;
    }

    /// <summary>
    /// Whether the report values decisions; default false, as it takes seconds an agent and scenario. Of every agent but the reference, base-stock, the page shows the ten dearest decisions by skill in the world that it shows in detail,
    /// see docs/decision-values.md. Needs the logs.
    /// </summary>
    public Benchmark DecisionValues(bool value = true)
    {
        _valued = value;
        return this;
    }

    /// <summary>
    /// Whether an upper bound of the score is computed for every world, see <see cref="ScoreBound"/>; default false, as a world of a year takes minutes. Bounds are kept in the folder and not computed again.
    /// </summary>
    public Benchmark Bounds(bool compute = true)
    {
        _bounded = compute;
        return this;
    }

    /// <summary>
    /// Time an agent has for a day; default none. A missed deadline is played as a recorded day without commands, so that results
    /// then depend on the speed of agents and machine.
    /// </summary>
    /// <param name="perDay">Above zero, at most 30 days.</param>
    public Benchmark DecisionDeadline(TimeSpan perDay)
    {
        _deadline = perDay > TimeSpan.Zero && perDay <= TimeSpan.FromDays(30)
            ? perDay
            : throw new ArgumentOutOfRangeException(nameof(perDay), $"A deadline of {perDay} asked; allowed is above zero and at most 30 days.");
        return this;
    }

    /// <summary>The agent that all others are compared to; default the first one added.</summary>
    public Benchmark ComparedTo(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        _comparedTo = agent;
        return this;
    }

    /// <summary>
    /// Plays the episodes that the folder does not hold yet and writes <c>report.html</c>, <c>results.json</c> and
    /// <c>timings.json</c>. An episode that cannot be played is listed in <see cref="BenchmarkReport.Failed"/> and the run goes on;
    /// running again plays it again.
    /// </summary>
    /// <param name="progress">Told at the start, about every finished episode, and once a second in between, one call at a time, on any thread.</param>
    /// <param name="cancellationToken">Stops the run; finished episodes are kept and the same run goes on with the rest.</param>
    /// <exception cref="ArgumentException">A scenario's opponent is neither an agent that was added nor a shipped one.</exception>
    /// <exception cref="CostLimitException">The limit of <see cref="MaxCost"/> is reached; finished episodes are kept.</exception>
    /// <exception cref="SealException">The sealed worlds cannot be played: another scenario, or the secret was revealed.</exception>
    /// <exception cref="InvalidOperationException">No scenario or no agent was added, the compared agent was not, the builder has
    /// run, a factory returned an instance twice, or the folder holds another experiment (the message names the difference).</exception>
    /// <exception cref="IOException">The output folder cannot be used, a file in it cannot be written or read, or another run writes
    /// to it. Finished episodes are kept.</exception>
    public async Task<BenchmarkReport> RunAsync(IProgress<BenchmarkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var reference = Check();
        var source = Source();
        var opponents = _scenarios.Select(scenario => scenario.Opponents.Select(name => Opponent(name, scenario)).ToArray()).ToArray();
        _ran = true;
        var plan = new BenchmarkPlan(_name, source, source.Sealed?.Commitment.Worlds ?? _worlds ?? DefaultWorlds, [.. _scenarios], [.. _agents], reference)
        {
            Deadline = _deadline,
            Opponents = opponents,
            Repeats = _repeats,
            ShownCanary = source.Sealed?.Commitment.Canary ?? _canary,
            MaxMicroDollars = _maxMicroDollars,
            ValuesDecisions = _valued,
            ComputesBounds = _bounded,
            Metrics = _measured ? [.. ShippedMetrics.All, .. _metrics] : [],
        };
        using var output = OutputFolder.Open(_output);
        if (_fresh)
        {
            output.Clear();
        }

        return await new BenchmarkRun(plan, output, _threads, _atOnce ?? _threads, _logs, _retry).RunAsync(progress, cancellationToken).ConfigureAwait(false);
    }

    private string Check()
    {
        if (_ran)
        {
            throw new InvalidOperationException("This benchmark has run; create another one.");
        }

        if (_retry && _fresh)
        {
            throw new InvalidOperationException("Starting over (.Fresh(), --fresh) leaves no failed episodes to play again (.RetryFailed(), --retry-failed); ask for one of the two.");
        }

        if (_scenarios.Count == 0)
        {
            throw new InvalidOperationException($"Add a scenario: .Scenario(\"{ShippedScenarios.Standard[0]}\"), or one of your own.");
        }

        if (_agents.Count == 0)
        {
            throw new InvalidOperationException($"Add an agent: .Agent(\"{ShippedAgents.Names[0]}\"), or .Agent(\"mine\", () => new MyAgent()).");
        }

        var reference = _comparedTo ?? _agents[0].Name;
        return _agents.Exists(agent => agent.Name == reference)
            ? reference
            : throw new InvalidOperationException($"The agent to compare to, '{reference}', was not added; added are {string.Join(", ", _agents.Select(agent => agent.Name))}.");
    }

    private Benchmark Add(PlannedAgent agent)
    {
        _agents.Add(agent);
        return this;
    }

    private string Checked(string name, string? version)
    {
        ArgumentNullException.ThrowIfNull(name);
        CheckName(name, "an agent");
        if (_agents.Exists(other => other.Name == name))
        {
            throw new ArgumentException($"The agent '{name}' was added before; names must be unique.", nameof(name));
        }

        if (version is not null && (version.Length is 0 or > LongestVersion || version.Any(char.IsControl)))
        {
            throw new ArgumentException($"The version of the agent '{name}' has 1 to {LongestVersion} printable characters.", nameof(version));
        }

        return name;
    }

    private PlannedAgent Opponent(string name, IScenario scenario) =>
        _agents.Find(agent => agent.Name == name)
        ?? (ShippedAgents.Names.Contains(name)
            ? PlannedAgent.Of(name, null, ShippedAgents.Factory(name))
            : throw new ArgumentException($"The scenario '{scenario.Name}' has the opponent '{name}', which is neither an agent of this benchmark ({string.Join(", ", _agents.Select(agent => agent.Name))}) nor a shipped one ({string.Join(", ", ShippedAgents.Names)}). Add it: .Agent(\"{name}\", () => …)."));

    private static void CheckName(string name, string what)
    {
        if (!EntityName.IsValid(name))
        {
            throw new ArgumentException($"'{name}' cannot name {what}; use {EntityName.Rule}.", nameof(name));
        }
    }
}
