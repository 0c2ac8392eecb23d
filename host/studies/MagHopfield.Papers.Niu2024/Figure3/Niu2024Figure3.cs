using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>
/// Niu et al., PNAS 2024, Fig. 3: "+ - + -" by one 5 V pulse, then "+ + - -" by many of 3 V; all six G_ij against the number of
/// pulses, of the simulated film and of eq. 2; and the second case of the text, "+ + + -" to "+ - + +".
/// </summary>
/// <param name="parameters">What to do.</param>
public sealed class Niu2024Figure3(Figure3Parameters parameters)
{
    private const double FirstWidth = 200e-6;

    /// <summary>Runs both cases.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public Figure3Result Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new StudyProgress("range of each element", 0));
        ReferenceConductance range = SevenPatterns
            .Train(store, parameters.Film, parameters.FirstVoltage, [], null, cancellation).Reference(0);
        CostFunction cost = new(range, parameters.SecondVoltage);
        progress?.Report(new StudyProgress("Fig. 3", 0.4));
        TrainingCurve first = Kept("+ - + -", "+ + - -");
        progress?.Report(new StudyProgress("second case", 0.7));
        TrainingCurve second = Kept("+ + + -", "+ - + +");
        return new Figure3Result(parameters, range, first, second);

        TrainingCurve Kept(string from, string to) => store.Part(
            PartKey.Of("Fig. 3, a retraining", FilmDocument.Of(parameters.Film).Hash, parameters.Numbers, from, to),
            TrainingCurveJson.Default.TrainingCurve,
            () => Retrain(from, to, cost, cancellation),
            cancellation);
    }

    private TrainingCurve Retrain(string from, string to, CostFunction cost, CancellationToken cancellation)
    {
        Pattern first = PatternVoltages.Parse(from);
        Pattern second = PatternVoltages.Parse(to);
        MicromagneticFilm film = MicromagneticFilm.Prepare(parameters.Film, cancellation);
        film.ApplyPulse(first.Voltages(parameters.FirstVoltage), FirstWidth, cancellation);

        // Eq. 1 is a measurement after "+ - + -"; its G_avg serves the second case too.
        OjaModel oja = Niu2024Paper.ModelAtRest(PatternVoltages.Parse("+ - + -"), parameters.OjaVoltage);
        for (int k = 0; k < 1000; k++)
            oja.Apply(first.Voltages(parameters.OjaVoltage));

        double[] voltages = second.Voltages(parameters.SecondVoltage);
        List<Figure3Row> rows = [];
        List<(int, double[][])> snapshots = [];
        for (int pulse = 0; pulse <= parameters.Pulses; pulse++)
        {
            if (pulse > 0)
            {
                film.ApplyPulse(voltages, parameters.PulseLength, cancellation);
                oja.Apply(second.Voltages(parameters.OjaVoltage));
            }

            ConductanceMatrix g = film.Conductance;
            double c = cost.Of(g, voltages);
            double ohmic = CostFunction.OhmicByDifferences(g, voltages);
            double error = Math.Max(
                Math.Abs(cost.ByWeights(g, voltages) / c - 1), Math.Abs(CostFunction.OhmicByProducts(g, voltages) / ohmic - 1));
            rows.Add(new Figure3Row(pulse, g, oja.Conductance.ToPairs(), c, error));
            if (parameters.Snapshots.Contains(pulse))
                snapshots.Add((pulse, SevenPatterns.Stage(film, 0).Texture));
        }

        return new TrainingCurve(first, second, rows, snapshots);
    }
}
