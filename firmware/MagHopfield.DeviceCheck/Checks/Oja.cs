using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Oja
{
    private const double LearningRate = 0.0006;
    private const double Alpha = 111;
    private const double Middle = -0.0658;

    public static void Run(CheckLog log)
    {
        OjaModel model = new OjaModel(2, LearningRate, [Alpha], [Middle]);
        model.Apply([1, -1]);
        // Niu et al., PNAS 2024, eq. 2, from G = G_avg.
        log.Near(Middle - LearningRate, model.Conductance[0, 1], 1e-15, "G12 after one pulse");
        for (int pulse = 0; pulse < 400; pulse++)
            model.Apply([1, -1]);

        log.Near(Middle - (1 / (2 * Alpha)), model.Conductance[0, 1], 1e-12, "G12 at rest");
        log.Near(0, model.Conductance[0, 0] + model.Conductance[0, 1], 1e-15, "the sum of a row");
    }
}
