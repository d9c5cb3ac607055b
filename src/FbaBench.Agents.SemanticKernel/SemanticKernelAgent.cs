using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

// Inside of FbaBench the plain name is a namespace.
using ChatKernel = Microsoft.SemanticKernel.Kernel;

namespace FbaBench;

/// <summary>
/// A kernel of Semantic Kernel with its chat service and functions as a seller. It may be shared by any number of episodes where its functions can: each has a chat history of its own.
/// </summary>
public sealed class SemanticKernelAgent : ConversationAgent
{
    private readonly ChatKernel _kernel;
    private readonly IChatCompletionService _service;
    private readonly PromptExecutionSettings? _settings;
    private readonly ChatHistory _history = [];

    /// <param name="kernel">Whom to ask.</param>
    /// <param name="settings">Settings of every call, for example which functions may be called; null for the service's own.</param>
    /// <param name="options">How mornings are told; null for text.</param>
    /// <exception cref="ArgumentException">The kernel has no chat service.</exception>
    public SemanticKernelAgent(ChatKernel kernel, PromptExecutionSettings? settings = null, ConversationOptions? options = null)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        _service = kernel.Services.GetService(typeof(IChatCompletionService)) as IChatCompletionService
            ?? throw new ArgumentException("The kernel has no IChatCompletionService; add one to its services.", nameof(kernel));
        (_kernel, _settings) = (kernel, settings);
    }

    /// <inheritdoc/>
    protected override async ValueTask<string> AskAsync(string message, CancellationToken cancellationToken)
    {
        var before = _history.Count;
        _history.AddUserMessage(message);
        try
        {
            var answer = await _service.GetChatMessageContentAsync(_history, _settings, _kernel, cancellationToken).ConfigureAwait(false);
            _history.Add(answer);
            return answer.Content ?? "";
        }
        catch
        {
            _history.RemoveRange(before, _history.Count - before);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override bool IsInfrastructure(Exception failure) => failure is HttpOperationException || base.IsInfrastructure(failure);
}
