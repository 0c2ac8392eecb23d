using System.Globalization;

namespace MagHopfield.BoardClient;

/// <summary>One entry of the board's error queue.</summary>
/// <param name="Code">
/// Number: −1xx command, −2xx execution, −3xx device, −4xx query (SCPI 1999, volume 2, section 21.8); 0 no error.
/// </param>
/// <param name="Text">Text of the board, with its detail after a semicolon.</param>
public readonly record struct BoardError(int Code, string Text)
{
    /// <summary>As in "-222 Data out of range; 7 V".</summary>
    public override string ToString() => $"{Code.ToString(CultureInfo.InvariantCulture)} {Text}";
}
