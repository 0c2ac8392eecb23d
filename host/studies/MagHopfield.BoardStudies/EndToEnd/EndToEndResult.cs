using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Hazards;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>Everything that came of an end-to-end run.</summary>
/// <param name="Parameters">What it ran with.</param>
/// <param name="Outline">The film, for pictures.</param>
/// <param name="Columns">Nodes in a row of the panel.</param>
/// <param name="Shunts">The board's shunts as it compared them with R_REF before anything else.</param>
/// <param name="Reference">G_avg in siemens that the instrument gathered.</param>
/// <param name="Trainings">One result a training.</param>
/// <param name="Hazards">What a real board would have suffered; empty in a good run.</param>
/// <param name="BoardSeconds">Time that passed on the board, in seconds.</param>
/// <param name="SpiFrames">SPI frames exchanged.</param>
public sealed record EndToEndResult(
    EndToEndParameters Parameters,
    FilmOutline Outline,
    int Columns,
    ShuntCalibration Shunts,
    ReferenceConductance Reference,
    IReadOnlyList<TrainingResult> Trainings,
    IReadOnlyList<BoardHazard> Hazards,
    double BoardSeconds,
    long SpiFrames)
{
    /// <summary>The film's parameters.</summary>
    public FilmParameters Film => Parameters.Film;

    /// <summary>Whether every training passes and the board came to no harm.</summary>
    public bool Passes => Trainings.All(t => t.Passes) && Hazards.Count == 0;
}
