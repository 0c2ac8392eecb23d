using System;
using MagHopfield.DeviceCheck.Checks;

namespace MagHopfield.DeviceCheck;

/// <summary>Runs all checks and prints one line each, and one for every expectation that was not met.</summary>
public static class Program
{
    /// <summary>Entry point, on .NET and on the device.</summary>
    public static void Main()
    {
        CheckLog log = new CheckLog();
        AllChecks.Run(log);
        Console.WriteLine("checks: " + log.Checks.ToString() + ", expectations: " + log.Expectations.ToString() + ", failed: "
            + log.Failures.ToString());
    }
}
