using System.Text;

namespace MagHopfield.Model.Keys;

/// <summary>Writes what was read as a file that reads back to the same bits, key by key through the keys' own declarations.</summary>
/// <param name="nameOf">The name to write for the full path of a file.</param>
public sealed class DocumentWriter(Func<string, string> nameOf)
{
    private readonly StringBuilder _text = new();
    private string? _head;

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Begins a section, whose header is written before its first key.</summary>
    /// <param name="head">The header, as in "[mesh]" or "[[stage]]".</param>
    public void Section(string head) => _head = head;

    /// <summary>Adds a key, unless its value says that it was left out.</summary>
    /// <typeparam name="TValue">Type of the value.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    public void Add<TValue>(Key<TValue> key, TValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Written(value) is not string written)
            return;
        Open();
        _text.Append(key.Name).Append(" = ").Append(written).Append('\n');
    }

    /// <summary>Adds a key that names a file; nothing for no file.</summary>
    /// <param name="key">The key.</param>
    /// <param name="path">Full path of the file, or null.</param>
    public void AddFile(Key<string> key, string? path)
    {
        if (path is not null)
            Add(key, nameOf(path));
    }

    private void Open()
    {
        if (_head is not null)
            _text.Append(_text.Length == 0 ? "" : "\n").Append(_head).Append('\n');
        _head = null;
    }
}
