using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Paper;

/// <summary>Numbers that Niu et al., PNAS 2024, print.</summary>
public static class Niu2024Paper
{
    /// <summary>Eq. 1: G_ij in siemens after "+ - + -", in the order 12, 13, 14, 23, 24, 34.</summary>
    public static IReadOnlyList<double> Equation1 { get; } = [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066];

    /// <summary>η of eq. 2 in S/V².</summary>
    public const double LearningRate = 0.0006;

    /// <summary>α_ij of eq. 2 in V²/S, in the order of <see cref="Equation1"/>.</summary>
    public static IReadOnlyList<double> Alpha { get; } = [111, 111, 277, 277, 111, 111];

    /// <summary>ξ of the inference protocol, step 7.</summary>
    public const double ReferenceFactor = 0.98;

    /// <summary>
    /// Eq. 2 with the paper's η and α at rest in a pattern where it has the values of eq. 1: G_avg,ij = G_ij − V_i V_j/(2 α_ij).
    /// </summary>
    /// <param name="pattern">The pattern of eq. 1, "+ - + -".</param>
    /// <param name="amplitude">Amplitude of V in eq. 2, in volts.</param>
    public static OjaModel ModelAtRest(Pattern pattern, double amplitude)
    {
        double[] average = new double[6];
        for (int i = 0; i < 4; i++)
        {
            for (int j = i + 1; j < 4; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, 4);
                average[p] = Equation1[p] - amplitude * amplitude * pattern[i] * pattern[j] / (2 * Alpha[p]);
            }
        }

        OjaModel model = new(4, LearningRate, [.. Alpha], average);
        const int UntilAtRest = 1000;
        for (int k = 0; k < UntilAtRest; k++)
            model.Apply(pattern.Voltages(amplitude));

        return model;
    }
}
