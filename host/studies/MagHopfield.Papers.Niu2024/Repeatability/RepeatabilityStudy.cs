using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Niu2024.Paper;

namespace MagHopfield.Papers.Niu2024.Repeatability;

/// <summary>How well a film repeats itself, as a study.</summary>
public sealed class RepeatabilityStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public RepeatabilityStudy()
        : base(
            "repeatability",
            "The seven patterns again and again in random order, cold and at 300 K; goes on after an interruption.",
            6,
            39)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Niu2024Repeatability.Report(new Niu2024Repeatability(film).Run(context.Store, context.Progress, context.Cancellation));
}
