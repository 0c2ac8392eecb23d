using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Niu2024.Paper;

namespace MagHopfield.Papers.Niu2024.Pulses;

/// <summary>How long a pulse must last and how steep its edges must be, as a study.</summary>
public sealed class PulseStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public PulseStudy()
        : base("pulse", "How long a pulse must last and how steep its edges must be; goes on after an interruption.", 3, 23)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Niu2024Pulse.Report(new Niu2024Pulse(film).Run(context.Store, context.Progress, context.Cancellation));
}
