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
public readonly ref struct InvariantText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (8 * formattedCount));

    /// <summary>Adds what stands between two holes.</summary>
    /// <param name="text">The text.</param>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Adds what stands in a hole.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What it is.</param>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Adds what stands in a hole, in a format.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What it is.</param>
    /// <param name="format">The format; null for its own.</param>
    public void AppendFormatted<T>(T value, string? format) => _text.Append(
        value is IFormattable f ? f.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>The whole text.</summary>
    public override string ToString() => _text.ToString();
}
