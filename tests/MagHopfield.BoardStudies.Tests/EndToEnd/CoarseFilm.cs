using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Studies;
using MagHopfield.VirtualBoard.Chips;

namespace MagHopfield.BoardStudies.Tests.EndToEnd;

/// <summary>The published film on 50 × 50 cells: the same verdicts as on 100 × 100 in a fifth of the time.</summary>
internal static class CoarseFilm
{
    public static EndToEndParameters Parameters { get; } = EndToEndParameters.Parse(
        """
        preset = "niu2024"
        [film]
        cells_x = 50
        cells_y = 50
        """,
        "coarse.toml");

    public static EndToEndResult Run(EndToEndParameters parameters) =>
        new EndToEndExperiment(parameters, new SilentObserver(), trace: null, CancellationToken.None).Run();

    public static EndToEndParameters With(ChipDefects defects) => Parameters with { Board = Parameters.Board with { Defects = defects } };

    private sealed class SilentObserver : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
        }
    }
}
