namespace FbaBench;

/// <summary>
/// Threads that stay and share the work of a call: numbered pieces, each taken once, in any order. Unlike the parallel loops of the runtime it allocates nothing a
/// call. The caller works too.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _start = new(0);
    private readonly CountdownEvent _busy = new(1);
    private readonly Lock _lock = new();
    private Action<int>? _work;
    private Exception? _error;
    private int _errorAt;
    private int _pieces;
    private int _next;
    private bool _ended;

    /// <param name="threads">Threads, the caller's included; at least 1.</param>
    public WorkerTeam(int threads)
    {
        _threads = new Thread[threads - 1];
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Serve) { IsBackground = true, Name = "FbaBench training" };
            _threads[i].Start();
        }
    }

    /// <summary>Does all pieces and returns when the last is done. Of errors that of the lowest piece is thrown, whoever met it first.</summary>
    public void Run(int pieces, Action<int> work)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        _work = work;
        _error = null;
        _pieces = pieces;
        _next = 0;
        if (_threads.Length > 0)
        {
            _busy.Reset(_threads.Length);
            _start.Release(_threads.Length);
        }

        Work();
        if (_threads.Length > 0)
        {
            _busy.Wait();
        }

        if (_error is { } error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (_threads.Length > 0)
        {
            _start.Release(_threads.Length);
        }

        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _start.Dispose();
        _busy.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            _start.Wait();
            if (_ended)
            {
                return;
            }

            Work();

            // Whoever has finished may take the start that was meant for another one: there is nothing left to do for it then.
            _busy.Signal();
        }
    }

    private void Work()
    {
        for (var piece = Interlocked.Increment(ref _next) - 1; piece < _pieces; piece = Interlocked.Increment(ref _next) - 1)
        {
            try
            {
                _work!(piece);
            }
            catch (Exception error)
            {
                lock (_lock)
                {
                    if (_error is null || piece < _errorAt)
                    {
                        (_error, _errorAt) = (error, piece);
                    }
                }
            }
        }
    }
}
