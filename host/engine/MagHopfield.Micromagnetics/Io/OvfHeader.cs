using System.Globalization;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>Entries of the header of a segment by name, in lower case without spaces.</summary>
internal sealed class OvfHeader(string file)
{
    private readonly Dictionary<string, string> _entries = [];

    public IReadOnlyDictionary<string, string> Entries => _entries;

    /// <summary>What the values of the file are to be multiplied with.</summary>
    public double Factor =>
        !_entries.TryGetValue("valuemultiplier", out string? text) ? 1
        : Number("valuemultiplier") is double factor && double.IsFinite(factor) && factor != 0 ? factor
        : throw Wrong($"valuemultiplier is {Shorten(text)}; it must be a finite number other than 0");

    public void Clear() => _entries.Clear();

    public void Add(string key, string value) =>
        _entries[key] = key == "desc" && _entries.TryGetValue(key, out string? before) ? before + "\n" + value : value;

    /// <summary>Throws where the file has another number of values a cell; OVF 1.0 knows three only.</summary>
    public void RequireComponents(int components)
    {
        string dim = _entries.GetValueOrDefault("valuedim", "3");
        if (dim != (components == 1 ? "1" : "3"))
        {
            throw Wrong(components == 1
                ? $"valuedim is {Shorten(dim)}; only scalar fields of 1 component are read here"
                : $"valuedim is {Shorten(dim)}; only vector fields of 3 components are read here");
        }
    }

    public Mesh Mesh(bool irregularByFirstLine)
    {
        string type = _entries.GetValueOrDefault("meshtype", irregularByFirstLine ? "irregular" : "rectangular");
        if (!type.Equals("rectangular", StringComparison.OrdinalIgnoreCase))
            throw Wrong($"meshtype is {Shorten(type)}; only rectangular meshes are read (OOMMF's avf2ovf makes one)");
        double unit = _entries.GetValueOrDefault("meshunit", "m").ToLowerInvariant() switch
        {
            // OOMMF's own tools write files without a unit.
            "m" or "" or "unknown" => 1,
            "cm" => 1e-2,
            "mm" => 1e-3,
            "um" or "µm" or "μm" => 1e-6,
            "nm" => 1e-9,
            string other => throw Wrong($"meshunit is {Shorten(other)}; known are m, cm, mm, um and nm"),
        };
        try
        {
            return new Mesh(Count('x'), Count('y'), Count('z'), unit * Step('x'), unit * Step('y'), unit * Step('z'));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FormatException($"{file}: the header has no valid mesh: {e.Message.Split(" (Parameter")[0]}", e);
        }
    }

    /// <summary>A text without blanks, in lower case.</summary>
    public static string Squeeze(string text) => text.Replace(" ", "").Replace("\t", "").ToLowerInvariant();

    /// <summary>A text short enough for a message, without control characters.</summary>
    public static string Shorten(string text) =>
        string.Concat((text.Length <= 40 ? text : text[..40] + "…").Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private int Count(char axis)
    {
        double count = Number(axis + "nodes");
        return count >= 1 && count <= int.MaxValue && count == Math.Floor(count)
            ? (int)count
            : throw Wrong($"\"{axis}nodes\" is {Shorten(_entries[axis + "nodes"])}; it must be a whole number from 1");
    }

    // Some programs leave the step out and give the extent alone; mumax3 writes zeros for both where a field has no size.
    private double Step(char axis)
    {
        bool extent = _entries.ContainsKey(axis + "min") && _entries.ContainsKey(axis + "max");
        double step = _entries.ContainsKey(axis + "stepsize") || !extent ? Number(axis + "stepsize") : 0;
        if (step != 0 || !extent)
            return step;
        double size = Number(axis + "max") - Number(axis + "min");
        return size == 0 ? 1 : size / Count(axis);
    }

    private double Number(string key) =>
        !_entries.TryGetValue(key, out string? text) ? throw Wrong($"the header lacks \"{key}\"")
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : throw Wrong($"\"{key}\" is \"{Shorten(text)}\", not a number");

    private FormatException Wrong(string what) => new($"{file}: {what}.");
}
