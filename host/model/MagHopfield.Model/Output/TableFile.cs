using System.Text;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Output;

/// <summary>
/// A table that grows in a file row by row, each row whole. It is written beside its place and moved there when complete; a run that goes
/// on from a checkpoint cuts it to the length it had then.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly StreamWriter _writer;
    private readonly Table<ITableRow> _table;

    /// <summary>Begins a table, or goes on with one.</summary>
    /// <param name="path">Where it grows.</param>
    /// <param name="columns">Its quantities.</param>
    /// <param name="length">Bytes of an earlier part to keep; 0 begins anew.</param>
    /// <exception cref="IOException">The earlier part is missing or too short.</exception>
    public TableFile(string path, IReadOnlyList<TableQuantity> columns, long length)
    {
        _stream = new FileStream(path, length == 0 ? FileMode.Create : FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        if (_stream.Length < length)
        {
            _stream.Dispose();
            throw new IOException(
                $"'{path}' is shorter than when the run was interrupted; begin the run anew without --resume in another folder.");
        }

        _stream.SetLength(length);
        _stream.Position = length;
        _writer = new StreamWriter(_stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        _table = new Table<ITableRow>(_writer, [.. columns.Select(c => c.Column)]);
        if (length == 0)
        {
            _table.WriteHeader();
            _writer.Flush();
        }
    }

    /// <summary>Length in bytes.</summary>
    public long Length => _stream.Position;

    /// <summary>Adds a row.</summary>
    public void Add(ITableRow row)
    {
        _table.Write(row);
        _writer.Flush();
    }

    /// <summary>Makes sure that all rows are on disk.</summary>
    public void Flush() => _stream.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
