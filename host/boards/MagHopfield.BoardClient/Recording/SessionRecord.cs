using System.Globalization;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Recording;

/// <summary>
/// A recorded session: every byte with its time, as text. Lines of "# key value", then tab-separated lines of seconds, direction
/// (&gt; to the board, &lt; from it) and bytes as <see cref="EscapedBytes"/> writes them, and "# end" where the session was closed.
/// </summary>
/// <param name="Board">Address of the board.</param>
/// <param name="Command">Command line that made it.</param>
/// <param name="Opened">When the link was opened, UTC.</param>
/// <param name="FirstTag">Tag of the first checked frame; a replay begins with the same.</param>
/// <param name="Events">What went over the link.</param>
/// <param name="IsClosed">Whether the recording ends with the session; otherwise it was cut off.</param>
public sealed record SessionRecord(
    string Board, string Command, DateTimeOffset Opened, uint FirstTag, IReadOnlyList<LinkEvent> Events, bool IsClosed)
{
    // 31 years, so that every time of a session is a date.
    private const double LongestSeconds = 1e9;

    internal const string Title = "# MagHopfield session 1";
    internal const string Header = "seconds\tdirection\tbytes";
    internal const string End = "# end";

    /// <summary>Reads a recording.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">It is no recording; the message names line and fault.</exception>
    public static SessionRecord Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"recording '{path}': there is no such file; name one that --record wrote.", e);
        }
        catch (UnauthorizedAccessException e) when (Directory.Exists(path))
        {
            throw new IOException($"recording '{path}' is a folder; name a file that --record wrote.", e);
        }
    }

    /// <summary>Reads the text of a recording.</summary>
    /// <param name="text">Text.</param>
    /// <param name="source">Name for error messages.</param>
    /// <exception cref="ArgumentException">It is no recording; the message names line and fault.</exception>
    public static SessionRecord Parse(string text, string source)
    {
        string[] lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Title)
            throw Bad(source, 1, $"it does not begin with '{Title}', so it is no recorded session");

        Dictionary<string, string> keys = [];
        List<LinkEvent> events = [];
        bool closed = false;
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line == End)
            {
                closed = true;
                break;
            }

            // Without its line feed a line may be half of one: a session that was cut off while it was written.
            bool whole = i < lines.Length - 1;
            if (line.Length == 0 || line == Header || !whole)
                continue;

            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                string[] pair = line[2..].Split(' ', 2);
                keys[pair[0]] = pair.Length > 1 ? pair[1] : "";
                continue;
            }

            events.Add(Event(line, source, i + 1, events.Count > 0 ? events[^1].Time : TimeSpan.Zero));
        }

        return new SessionRecord(
            keys.GetValueOrDefault("board", "unknown"),
            keys.GetValueOrDefault("command", ""),
            DateTimeOffset.TryParse(
                Key(keys, "started", source), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset opened)
                ? opened
                : throw Bad(source, 1, "'# started' is no time"),
            uint.TryParse(Key(keys, "first_tag", source), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint tag)
                ? tag
                : throw Bad(source, 1, "'# first_tag' is no hexadecimal number"),
            events,
            closed);
    }

    private static LinkEvent Event(string line, string source, int number, TimeSpan earliest)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != 3)
            throw Bad(source, number, $"it has {fields.Length} fields; seconds, direction and bytes are separated by tabs");

        // "Infinity" and "NaN" are numbers to the library, in any style.
        if (!double.TryParse(fields[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            || !(seconds >= 0 && seconds <= LongestSeconds) || TimeSpan.FromSeconds(seconds) < earliest)
        {
            throw Bad(source, number, $"'{fields[0]}' is no time in seconds at or after the line before");
        }

        if (fields[1] is not (">" or "<"))
            throw Bad(source, number, $"the direction is '{fields[1]}'; it is > or <");

        return EscapedBytes.TryRead(fields[2], out byte[] bytes)
            ? new LinkEvent(TimeSpan.FromSeconds(seconds), fields[1] == ">", bytes)
            : throw Bad(source, number, "the bytes have an escape that is none of \\n, \\r, \\t, \\\\, \\xHH");
    }

    private static string Key(Dictionary<string, string> keys, string key, string source) =>
        keys.TryGetValue(key, out string? value) ? value : throw Bad(source, 1, $"it has no line '# {key} …'");

    private static ArgumentException Bad(string source, int line, string what) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture, $"recording '{source}', line {line}: {what}; record the session anew with --record."));
}
