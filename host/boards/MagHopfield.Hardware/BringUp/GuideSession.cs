using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Hardware.Dummy;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.BringUp;

/// <summary>The commands of the guide, said to a virtual board with the dummy film, and its answers.</summary>
public sealed class GuideSession : IDisposable
{
    private readonly ServedBoard _served = new(DummyFilm.Nominal, new BoardParameters());
    private readonly HopfieldBoard _board;

    /// <summary>Switches a board on.</summary>
    public GuideSession()
    {
        _board = new HopfieldBoard(new InProcessLink(_served, "the guide's board"), 1);
        _board.Say("FORM ASC");
    }

    /// <summary>The board itself.</summary>
    public BoardModel Board => _served.Board;

    /// <summary>Says a command.</summary>
    /// <param name="command">SCPI.</param>
    /// <returns>The answer, numbers rounded to six digits; empty where there is none.</returns>
    /// <exception cref="BoardErrorException">The board refuses.</exception>
    public string Say(string command) => string.Join(',', _board.Say(command).Trim().Split(',').Select(Rounded));

    /// <summary>Says a command that answers numbers.</summary>
    /// <param name="command">SCPI.</param>
    public double[] Numbers(string command) =>
        [.. _board.Say(command).Trim().Split(',').Select(w => double.Parse(w, CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public void Dispose()
    {
        _board.Dispose();
        _served.Dispose();
    }

    private static string Rounded(string word) =>
        word.Contains('.') && double.TryParse(word, CultureInfo.InvariantCulture, out double value)
            ? value.ToString("G6", CultureInfo.InvariantCulture)
            : word;
}
