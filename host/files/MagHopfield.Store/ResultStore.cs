using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace MagHopfield.Store;

/// <summary>
/// Parts of a study that have been computed, a file each, so that a study which was interrupted or killed goes on where it was, with the
/// same bits. A file is whole or absent; it names the key and the build it is of and holds a checksum, so that a damaged one, or one of
/// another build, is told and computed again, never used. Processes may share a folder: what one computes the others wait for and take.
/// </summary>
/// <remarks>Never for what is measured on hardware or timed: such results are not decided by their parameters.</remarks>
public sealed partial class ResultStore
{
    private const string Extension = ".part", LockMark = ".lock";
    private readonly string? _folder;
    private readonly ProgramBuild? _build;
    private readonly Action<string>? _tell;
    private int _otherBuilds;

    /// <summary>Opens a store.</summary>
    /// <param name="folder">Folder of the parts; made when the first is written.</param>
    /// <param name="build">The build that computes.</param>
    /// <param name="tell">Is told, in one line each, which parts are there and not used, and why.</param>
    public ResultStore(string folder, ProgramBuild build, Action<string>? tell = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(build);
        (_folder, _build, _tell) = (Path.GetFullPath(folder), build, tell);
    }

    private ResultStore()
    {
    }

    /// <summary>A store that keeps nothing: all is computed.</summary>
    public static ResultStore None { get; } = new();

    /// <summary>Whether a part is there; whether it is undamaged is seen when it is read.</summary>
    /// <param name="key">What decides it.</param>
    public bool Has(PartKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_folder is null || !File.Exists(PathOf(key)))
            return false;
        using StreamReader reader = new(
            new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadLine() is string head && Head().Match(head) is { Success: true } m && m.Groups["key"].Value == key.With(_build!);
    }

    /// <summary>A part: read if it has been computed, else computed and kept. Who asks while another one computes it waits.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="key">What decides it.</param>
    /// <param name="type">Its form in JSON, which must lose nothing.</param>
    /// <param name="compute">Computes it.</param>
    /// <param name="cancellation">Ends the waiting for another one.</param>
    /// <exception cref="IOException">The folder cannot be written; the message says why and how to mend it.</exception>
    public T Part<T>(PartKey key, JsonTypeInfo<T> type, Func<T> compute, CancellationToken cancellation = default)
    {
        TryPart(key, type, compute, waits: true, out T? part, cancellation);
        return part!;
    }

    /// <summary>Many parts, several at the same time. Those that another process is computing are left to the last.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="keys">What decides each.</param>
    /// <param name="type">Their form in JSON, which must lose nothing.</param>
    /// <param name="compute">Computes one.</param>
    /// <param name="threads">Parts computed at the same time.</param>
    /// <param name="done">Is told each that is there, in any order, one at a time.</param>
    /// <param name="cancellation">Ends it early; what is done stays.</param>
    /// <returns>The parts, in the order of their keys.</returns>
    /// <exception cref="IOException">The folder cannot be written; the message says why and how to mend it.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public IReadOnlyList<T> Parts<T>(
        IReadOnlyList<PartKey> keys,
        JsonTypeInfo<T> type,
        Func<int, T> compute,
        int threads,
        Action<int>? done,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        T[] parts = new T[keys.Count];
        ConcurrentQueue<int> taken = [];
        Lock telling = new();
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        try
        {
            // One by one, so that those done at an interruption are the first ones.
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, keys.Count), EnumerablePartitionerOptions.NoBuffering), options, Try);
            Parallel.ForEach(taken, options, Wait);
        }
        catch (AggregateException e)
        {
            // As one thread alone would have thrown it.
            ExceptionDispatchInfo.Throw(e.InnerExceptions.FirstOrDefault(i => i is not OperationCanceledException) ?? e.InnerExceptions[0]);
        }

        return parts;

        void Try(int k)
        {
            if (TryPart(keys[k], type, () => compute(k), waits: false, out T? part, cancellation))
                Add(k, part!);
            else
                taken.Enqueue(k);
        }

        void Wait(int k) => Add(k, Part(keys[k], type, () => compute(k), cancellation));

        void Add(int k, T part)
        {
            parts[k] = part;
            lock (telling)
                done?.Invoke(k);
        }
    }

    private bool TryPart<T>(PartKey key, JsonTypeInfo<T> type, Func<T> compute, bool waits, out T? part, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(type);
        if (_folder is null)
        {
            part = compute();
            return true;
        }

        if (TryRead(key, type, out part, tells: false))
            return true;
        using FileLock? held = Hold(PathOf(key) + LockMark, waits, cancellation);
        if (held is null)
            return false;

        // Another one may have computed it meanwhile.
        if (TryRead(key, type, out part, tells: true))
            return true;
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(compute(), type);
        WholeFile.Write(PathOf(key), [.. Encoding.UTF8.GetBytes(HeadOf(key, content)), .. content]);

        // As it is read: computed now or before, it is the same.
        part = JsonSerializer.Deserialize(content, type);
        return true;
    }

    private FileLock? Hold(string path, bool waits, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(_folder!);
            return waits ? FileLock.Take(path, cancellation) : FileLock.TryTake(path);
        }
        catch (Exception e) when (WholeFile.IsOfFiles(e))
        {
            throw HeldFolder.Unwritable(_folder!, e);
        }
    }

    private bool TryRead<T>(PartKey key, JsonTypeInfo<T> type, out T? part, bool tells)
    {
        part = default;
        string path = PathOf(key);
        if (!File.Exists(path))
            return false;
        string why = "it is damaged";
        try
        {
            byte[] file = File.ReadAllBytes(path);
            int end = Array.IndexOf(file, (byte)'\n') + 1;
            string head = Encoding.UTF8.GetString(file, 0, end);
            if (head == HeadOf(key, file.AsSpan(end)))
            {
                part = JsonSerializer.Deserialize(file.AsSpan(end), type);
                return true;
            }

            if (Head().Match(head) is { Success: true } m && m.Groups["build"].Value is string build && build != _build!.Name)
            {
                // Once for all.
                if (tells && Interlocked.Increment(ref _otherBuilds) == 1)
                    _tell?.Invoke(
                        $"'{_folder}' holds parts of another build of the program; they are computed again "
                        + $"({ProgramBuild.Variable}={build} would take them up).");
                return false;
            }
        }
        catch (JsonException e)
        {
            why = e.Message.TrimEnd('.');
        }

        if (tells)
            _tell?.Invoke($"'{path}', {key.Study}, is not used ({why}); it is computed again.");
        return false;
    }

    private string PathOf(PartKey key) => Path.Combine(_folder!, key.Hash[..32] + Extension);

    private string HeadOf(PartKey key, ReadOnlySpan<byte> content) =>
        $"# maghopfield part 1: {key.Study}; key {key.With(_build!)}; build {_build!.Name}; sha256 "
        + $"{Convert.ToHexStringLower(SHA256.HashData(content))}\n";

    [GeneratedRegex(@"^# maghopfield part 1: .*; key (?<key>[0-9a-f]{64}); build (?<build>\S+); sha256 [0-9a-f]{64}\n?$")]
    private static partial Regex Head();
}
