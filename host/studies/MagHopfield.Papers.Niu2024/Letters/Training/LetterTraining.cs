using System.Diagnostics;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>
/// Teaches a film letters one after the other, 5 ns each, all of them in every epoch, and takes G after every letter
/// (Niu et al., PNAS 2024, "Scaling up" and Fig. 5a). One thread.
/// </summary>
public static class LetterTraining
{
    /// <summary>Trains a new film.</summary>
    /// <param name="letters">The case.</param>
    /// <param name="lessonDone">Called after each letter with the share done, 0 … 1; or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">The patterns do not fit the film.</exception>
    public static LetterHistory Run(LetterCase letters, Action<double>? lessonDone, CancellationToken cancellation)
    {
        (LetterFilm plan, PatternSet set, LetterProtocol protocol) = letters;
        if (set.Rows != plan.Rows || set.Columns != plan.Columns)
        {
            throw new ArgumentException(
                $"The set '{set.Name}' has {set.Rows}×{set.Columns} nodes, the film {plan.Rows}×{plan.Columns}; take a font of the film's "
                + "size.");
        }

        FilmParameters parameters = plan.ToFilm();
        MicromagneticFilm film = MicromagneticFilm.Prepare(parameters, cancellation);
        List<Lesson> lessons = [];
        List<LetterTexture> textures = [];
        (Stopwatch field, Stopwatch conductance) = (new Stopwatch(), new Stopwatch());
        for (int epoch = 1; epoch <= protocol.Epochs; epoch++)
        {
            foreach (int pattern in protocol.Lessons(set.Count, epoch - 1, plan.Seed))
            {
                double[] voltages = [.. Enumerable.Range(0, set.NodeCount).Select(i => protocol.Voltage * set.Patterns[pattern][i])];
                field.Start();
                film.ApplyPulse(voltages, protocol.PulseTime, cancellation);
                field.Stop();
                conductance.Start();
                lessons.Add(new Lesson(epoch, pattern, film.Conductance));
                conductance.Stop();
                if (epoch == 1 || epoch == protocol.Epochs)
                {
                    textures.Add(
                        new LetterTexture(epoch, pattern, [.. film.Magnetisation.X], [.. film.Magnetisation.Y], [.. film.Magnetisation.Z]));
                }

                lessonDone?.Invoke(lessons.Count / (double)(protocol.Epochs * set.Count));
            }
        }

        return new LetterHistory(
            Preparation.Of(() => Saturated(parameters), cancellation),
            lessons,
            textures,
            field.Elapsed.TotalSeconds,
            conductance.Elapsed.TotalSeconds);
    }

    /// <summary>
    /// G of a film magnetised out of its plane, in siemens: Σ = σ⊥ everywhere (Niu 2024, "Inference process", step 7: the reference taken
    /// in 1 T).
    /// </summary>
    /// <param name="film">The film.</param>
    public static ConductanceMatrix Saturated(FilmParameters film)
    {
        ConductorGrid grid = new(film.Geometry, film.Electrodes);
        double sheet = film.Transport.PerpendicularConductivity * film.Geometry.Thickness;
        return new ConductorSolver(grid, film.Transport.SolverTolerance).Solve(SheetConductance.Uniform(grid, sheet));
    }
}
