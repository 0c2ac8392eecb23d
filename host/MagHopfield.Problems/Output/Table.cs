using System.Globalization;
using System.Text;

namespace MagHopfield.Problems.Output;

/// <summary>
/// A tab-separated table that grows row by row. It is written beside its place and moved there when complete; a run that goes on from a
/// checkpoint cuts it to the length it had then.
/// </summary>
internal sealed class Table : IDisposable
{
    private readonly TableQuantity[] _quantities;
    private readonly FileStream _stream;

    /// <summary>Begins a table, or goes on with one.</summary>
    /// <param name="path">Where it grows.</param>
    /// <param name="columns">Names of its quantities.</param>
    /// <param name="length">Bytes of an earlier part to keep; 0 begins anew.</param>
    /// <exception cref="IOException">The earlier part is missing or too short.</exception>
    public Table(string path, IReadOnlyList<string> columns, long length)
    {
        _quantities = [.. columns.Select(TableQuantities.Of)];
        _stream = new FileStream(path, length == 0 ? FileMode.Create : FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        if (_stream.Length < length)
        {
            _stream.Dispose();
            throw new IOException($"'{path}' is shorter than when the run was interrupted; begin the run anew without --resume in another folder.");
        }

        _stream.SetLength(length);
        _stream.Position = length;
        if (length == 0)
        {
            Put("# " + string.Join('\t', _quantities.Select(q => $"{q.Name} ({q.Unit})")));
        }
    }

    /// <summary>Length in bytes.</summary>
    public long Length => _stream.Position;

    /// <summary>Adds a row.</summary>
    public void Add(ITableRow row)
    {
        Put(string.Join('\t', _quantities.Select(q => q.Value(row).ToString("R", CultureInfo.InvariantCulture))));
    }

    /// <summary>Makes sure that all rows are on disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Put(string line)
    {
        _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _stream.Flush();
    }
}
