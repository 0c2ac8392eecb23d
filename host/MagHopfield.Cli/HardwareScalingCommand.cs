using System.CommandLine;
using MagHopfield.Hardware.Scaling;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware scaling`: chips, cost and measuring time of boards of 4 to 64 nodes, as Markdown.</summary>
internal static class HardwareScalingCommand
{
    public static Command Create()
    {
        Command scaling = new("scaling", "Chips, rough cost and measuring time of boards of 4 to 64 nodes.");
        scaling.SetAction((_, cancellation) =>
        {
            Console.Write(ScalingTable.Markdown([.. ScalingRow.Sizes.Select(nodes => ScalingRow.Of(nodes, cancellation))]));
            return Task.FromResult(ExitCode.Success);
        });
        return scaling;
    }
}
