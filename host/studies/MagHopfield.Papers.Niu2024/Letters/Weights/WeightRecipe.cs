using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Weights;

/// <summary>How weights are made of a training: w = source − reference.</summary>
/// <param name="Source">Where G is taken.</param>
/// <param name="Reference">What is taken off.</param>
/// <param name="Xi">ξ, used with <see cref="WeightReference.Saturated"/> only.</param>
public sealed record WeightRecipe(WeightSource Source, WeightReference Reference, double Xi = 1)
{
    /// <summary>Name for tables.</summary>
    public string Name => $"{(Source == WeightSource.EpochMean ? "epoch mean" : "last letter")} − " + Reference switch
    {
        WeightReference.Saturated => FormattableString.Invariant($"{Xi:0.0000} G0"),
        WeightReference.CalibratedSaturated => "ξcal G0",
        WeightReference.CalibratedMidRange => "calibrated mid-range",
        WeightReference.LetterMidRange => "mid-range of the letters",
        _ => "mean of the letters",
    };

    /// <summary>The weights after an epoch.</summary>
    /// <param name="history">The training.</param>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="calibration">The calibration of the same film, for the references that need one; else null.</param>
    /// <exception cref="ArgumentException">The reference needs a calibration and there is none.</exception>
    public WeightMatrix Weights(LetterHistory history, int epoch, LetterCalibration? calibration)
    {
        IReadOnlyList<Lesson> lessons = history.Of(epoch);
        ConductanceMatrix g0 = history.Saturated;
        int n = g0.NodeCount;
        WeightMatrix weights = new(n);
        double xi = Reference == WeightReference.CalibratedSaturated ? Needed().SaturatedRatio(g0) : Xi;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double mean = lessons.Average(l => l.Conductance[i, j]);
                double source = Source == WeightSource.EpochMean ? mean : lessons[^1].Conductance[i, j];
                double reference = Reference switch
                {
                    WeightReference.Saturated or WeightReference.CalibratedSaturated => xi * g0[i, j],
                    WeightReference.CalibratedMidRange => Needed().MidRange[i, j],
                    WeightReference.LetterMidRange => (lessons.Min(l => l.Conductance[i, j]) + lessons.Max(l => l.Conductance[i, j])) / 2,
                    _ => mean,
                };
                weights[i, j] = weights[j, i] = source - reference;
            }
        }

        return weights;

        LetterCalibration Needed() =>
            calibration ?? throw new ArgumentException($"The reference '{Reference}' needs a calibration of the film.");
    }
}

/// <summary>
/// What is taken off G: G_avg of w_ij = G_ij − G_avg,ij (Niu et al., PNAS 2024, below eq. 4), which the paper does not fix for 35 nodes.
/// </summary>
public enum WeightReference
{
    /// <summary>ξ times G of the film saturated out of its plane ("Inference process", step 7).</summary>
    Saturated,

    /// <summary>
    /// ξ times G of the saturated film, ξ the mean over neighbours of (G_min + G_max)/2 : G_0 in the calibration; nothing to choose.
    /// </summary>
    CalibratedSaturated,

    /// <summary>(G_min + G_max)/2 of each element over the calibration patterns: stripes and boards, no letters.</summary>
    CalibratedMidRange,

    /// <summary>(G_min + G_max)/2 of each element over the letters of the latest epoch.</summary>
    LetterMidRange,

    /// <summary>The mean of each element over the letters of the latest epoch.</summary>
    EpochMean,
}

/// <summary>Which G the weights are taken from.</summary>
public enum WeightSource
{
    /// <summary>The mean over the letters of the latest epoch, each measured at the end of its pulse.</summary>
    EpochMean,

    /// <summary>The last letter's alone, as the texture stands.</summary>
    LastLetter,
}
