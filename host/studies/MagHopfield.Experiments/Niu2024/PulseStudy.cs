using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>How long a pulse must last and how steep its edges must be, as a study.</summary>
public sealed class PulseStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public PulseStudy()
        : base("pulse", "How long a pulse must last and how steep its edges must be.", 3, 23)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Niu2024Pulse.Report(new Niu2024Pulse(film).Run(context.Progress, context.Cancellation));
}
