using System.Globalization;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>Do the stages make sense one after the other?</summary>
internal static class StageChecks
{
    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        Finding At(int line, string message) => new(Severity.Warning, file.Source, line, message);
        StageParameters first = p.Stages[0];
        if (p.Initial.State == InitialKind.Random && first.Kind == StageKind.Run && !(p.Temperature > 0))
        {
            yield return At(
                first.Line,
                "the dynamics begin from a random state, whose huge exchange field forces tiny steps; put a stage of kind \"relax\" "
                + "before.");
        }

        foreach (StageParameters stage in p.Stages.Where(s => s.MaxTorque is not null))
        {
            double rounding = (p.Precision == Precision.Single ? 1e-5 : 1e-13) * p.Material.SaturationMagnetisation;
            if (stage.MaxTorque < rounding)
            {
                yield return At(stage.Line, string.Create(CultureInfo.InvariantCulture,
                    $"a torque of {stage.MaxTorque} A/m is below what rounding leaves in this precision, about {rounding:0.##e0} A/m; "
                    + $"raise max_torque or use double."));
            }
        }
    }
}
