using System.Text;

namespace MagHopfield.DeviceMemory.Tests.Recording;

/// <summary>Bytes by the way that leads to them, each holder with all that is below it.</summary>
public sealed class HolderTree
{
    private readonly Dictionary<string, int> _bytes = [];

    /// <summary>Ways and the bytes at their ends.</summary>
    public IReadOnlyDictionary<string, int> Bytes => _bytes;

    /// <summary>Counts bytes at the end of a way.</summary>
    public void Add(string path, int bytes) => _bytes[path] = _bytes.GetValueOrDefault(path) + bytes;

    /// <summary>Bytes of a holder and all below it.</summary>
    public int Of(string holder) =>
        _bytes.Where(entry => entry.Key == holder || entry.Key.StartsWith(holder + ".", StringComparison.Ordinal))
        .Sum(entry => entry.Value);

    /// <summary>The largest holders, each with all below it, largest first.</summary>
    /// <param name="least">Bytes from which on one is named.</param>
    public IEnumerable<(string Holder, int Bytes)> Largest(int least)
    {
        Dictionary<string, int> sums = [];
        foreach ((string path, int bytes) in _bytes)
        {
            for (int end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
            {
                string holder = path[..end];
                sums[holder] = sums.GetValueOrDefault(holder) + bytes;
            }
        }

        return sums.Where(sum => sum.Value >= least).OrderByDescending(sum => sum.Value).Select(sum => (sum.Key, sum.Value));
    }

    /// <summary>The largest holders as text, one a line.</summary>
    public string Text(int least)
    {
        StringBuilder text = new();
        foreach ((string holder, int bytes) in Largest(least))
            text.AppendLine($"{bytes,7} {holder}");

        return text.ToString();
    }
}
