using System.Globalization;
using System.Runtime.CompilerServices;

namespace MagHopfield.Reports;

/// <summary>
/// An interpolated text of a message, a page or a drawing, with a point for the decimal sign wherever it is written, in as many pieces as
/// its line is broken into (a <see cref="FormattableString"/> has one). It is read once.
/// </summary>
/// <param name="literalLength">Characters between the holes.</param>
/// <param name="formattedCount">Number of holes.</param>
[InterpolatedStringHandler]
public ref struct InvariantText(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>Adds what stands between holes.</summary>
    /// <param name="text">The text.</param>
    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    /// <summary>Adds a hole.</summary>
    /// <param name="value">Value.</param>
    /// <param name="format">Its format; null for the usual one.</param>
    public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

    /// <summary>The text; what held it is given back.</summary>
    public override string ToString() => _text.ToStringAndClear();
}
