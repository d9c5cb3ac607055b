namespace FbaBench;

/// <summary>Builds the factory of an agent with layers around it. The layer added first is the outermost.</summary>
public sealed class AgentBuilder
{
    private readonly Func<AgentSetting, IAgent> _innermost;
    private readonly List<Func<IAgent, AgentSetting, IAgent>> _layers = [];

    /// <param name="innermost">Makes a fresh instance of the agent for every episode.</param>
    public AgentBuilder(Func<AgentSetting, IAgent> innermost)
    {
        ArgumentNullException.ThrowIfNull(innermost);
        _innermost = innermost;
    }

    /// <param name="innermost">Makes a fresh instance of the agent for every episode.</param>
    public AgentBuilder(Func<IAgent> innermost)
    {
        ArgumentNullException.ThrowIfNull(innermost);
        _innermost = _ => innermost();
    }

    /// <summary>Adds a layer, see <see cref="DelegatingAgent"/>.</summary>
    /// <param name="layer">Wraps an agent; called once an episode.</param>
    public AgentBuilder Use(Func<IAgent, IAgent> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Use((inner, _) => layer(inner));
    }

    /// <summary>Adds a layer that knows the episode.</summary>
    /// <inheritdoc cref="Use(Func{IAgent, IAgent})"/>
    public AgentBuilder Use(Func<IAgent, AgentSetting, IAgent> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        _layers.Add(layer);
        return this;
    }

    /// <summary>The factory; later layers do not change it.</summary>
    /// <returns>Makes an instance with its layers. It throws an <see cref="InvalidOperationException"/> where a layer or the agent is null.</returns>
    public Func<AgentSetting, IAgent> Build()
    {
        var (innermost, layers) = (_innermost, _layers.ToArray());
        return setting =>
        {
            var agent = innermost(setting) ?? throw new InvalidOperationException($"The factory of '{setting.Name}' returned null; return a fresh instance for every episode.");
            for (var i = layers.Length - 1; i >= 0; i--)
            {
                agent = layers[i](agent, setting) ?? throw new InvalidOperationException($"Layer {i + 1} of '{setting.Name}' returned null; return the agent, or one around it.");
            }

            return agent;
        };
    }
}
