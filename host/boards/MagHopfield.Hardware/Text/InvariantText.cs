using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MagHopfield.Hardware.Text;

/// <summary>
/// An interpolated text of a document or a drawing, with a point for the decimal sign wherever it is written, in as many pieces as its
/// line is broken into.
/// </summary>
/// <param name="literalLength">Characters between the holes.</param>
/// <param name="formattedCount">Number of holes.</param>
[InterpolatedStringHandler]
internal readonly ref struct InvariantText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (8 * formattedCount));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) => _text.Append(
        value is IFormattable f ? f.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text.ToString();
}
