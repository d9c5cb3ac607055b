using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace FbaBench;

/// <summary>A program that answers a line with a line. What it writes to its error output is kept, the last of it.</summary>
internal sealed class ChildProcess
{
    private const int KeptErrorBytes = 2_000;

    private readonly ProcessAgentOptions _options;
    private readonly Process _process;
    private readonly Stream _input;
    private readonly LineReader _lines;
    private readonly Task _exit;
    private readonly Task _errors;
    private readonly Lock _lock = new();
    private readonly List<byte> _lastErrors = [];

    private ChildProcess(ProcessAgentOptions options, Process process)
    {
        (_options, _process) = (options, process);
        _input = process.StandardInput.BaseStream;
        _lines = new(process.StandardOutput.BaseStream, options.MostAnswerBytes);
        _exit = process.WaitForExitAsync();
        _errors = KeepErrorsAsync(process.StandardError.BaseStream);
    }

    /// <exception cref="AgentUnavailableException">There is no such program, or it cannot be started.</exception>
    public static ChildProcess Start(ProcessAgentOptions options)
    {
        var start = new ProcessStartInfo(options.Command[0], options.Command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return new(options, Process.Start(start)!);
        }
        catch (Win32Exception error)
        {
            throw new AgentServiceException($"'{options.Command[0]}' could not be started ({error.Message}); install it, put it on the PATH, or write its full path. The command was: {string.Join(' ', options.Command)}", error);
        }
    }

    /// <summary>Asks a question; null where the process ends, or has ended, without a whole answer.</summary>
    /// <exception cref="InvalidDataException">The answer is longer than allowed.</exception>
    public async Task<byte[]?> AskAsync(byte[] question)
    {
        try
        {
            await _input.WriteAsync((byte[])[.. question, (byte)'\n']).ConfigureAwait(false);
            await _input.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The pipe is broken: the process has ended, and its exit code and error output say more than this.
            return null;
        }

        // What the process started may keep its output open when it is gone itself.
        var answer = _lines.ReadAsync();
        if (await Task.WhenAny(answer, _exit).ConfigureAwait(false) == _exit)
        {
            await Task.WhenAny(answer, Task.Delay(_options.Grace, _options.Time)).ConfigureAwait(false);
        }

        return answer.IsCompleted ? await answer.ConfigureAwait(false) : null;
    }

    /// <summary>Ends it: a last line, the end of its input, a time of grace, and the end of it and all that it started.</summary>
    /// <returns>How it ended, with the last of its error output.</returns>
    public async Task<string> EndAsync(byte[]? last = null)
    {
        var isEnded = _exit.IsCompleted;
        if (!isEnded)
        {
            await Task.WhenAny(LeaveAsync(last), Task.Delay(_options.Grace, _options.Time)).ConfigureAwait(false);
            isEnded = _exit.IsCompleted;
            _process.Kill(entireProcessTree: true);
            await _exit.ConfigureAwait(false);
        }

        await Task.WhenAny(_errors, Task.Delay(_options.Grace, _options.Time)).ConfigureAwait(false);
        var how = isEnded ? FormattableString.Invariant($"ended with exit code {_process.ExitCode}") : "was ended";
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
        lock (_lock)
        {
            var text = Encoding.UTF8.GetString([.. _lastErrors]).Trim();
            return text.Length == 0 ? how + " and wrote nothing to its error output" : $"{how}; the last of its error output: {text}";
        }
    }

    /// <summary>Says the last line and closes its input, then waits for its exit.</summary>
    private async Task LeaveAsync(byte[]? last)
    {
        try
        {
            if (last is not null)
            {
                await _input.WriteAsync((byte[])[.. last, (byte)'\n']).ConfigureAwait(false);
            }

            await _input.DisposeAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has closed its input itself: its exit is what counts.
        }

        await _exit.ConfigureAwait(false);
    }

    private async Task KeepErrorsAsync(Stream errors)
    {
        var buffer = new byte[1_024];
        try
        {
            int read;
            while ((read = await errors.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                lock (_lock)
                {
                    _lastErrors.AddRange(buffer.AsSpan(0, read));
                    _lastErrors.RemoveRange(0, Math.Max(0, _lastErrors.Count - KeptErrorBytes));
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The stream was closed under the read when the process was let go.
            return;
        }
    }
}
