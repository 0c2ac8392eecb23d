using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MagHopfield.Hardware.Spice;

/// <summary>Runs ngspice in batch mode in a folder of its own.</summary>
public static class NgSpice
{
    /// <summary>What to tell where it is missing.</summary>
    public const string Missing = "ngspice is not installed; on Debian: apt-get install ngspice";

    /// <summary>Whether the command is there.</summary>
    public static bool IsInstalled
    {
        get
        {
            try
            {
                using Process process = Process.Start(
                    new ProcessStartInfo("ngspice", "-v") { RedirectStandardOutput = true, RedirectStandardError = true })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    /// <summary>Runs a deck.</summary>
    /// <param name="deck">Its text.</param>
    /// <param name="folder">Folder it runs in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What ngspice printed.</returns>
    /// <exception cref="InvalidOperationException">ngspice is missing or has failed.</exception>
    public static string Run(string deck, string folder, CancellationToken cancellation = default)
    {
        string file = Path.Combine(folder, "deck.cir");
        File.WriteAllText(file, deck);
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("ngspice", ["-b", "deck.cir"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using CancellationTokenRegistration ending = cancellation.Register(process.Kill);
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();

            // It ends with 1 after a deck without output lines; what was measured tells whether it worked.
            return printed + errors.Result;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(Missing, e);
        }
    }

    /// <summary>Node voltages in volts, ground first, of a deck by <see cref="SpiceNetlist.OperatingPoint"/>.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <exception cref="InvalidOperationException">ngspice is missing or found no solution.</exception>
    public static double[] Solve(VirtualBoard.Circuit.NodalCircuit circuit)
    {
        string folder = Directory.CreateTempSubdirectory("maghopfield-spice").FullName;
        try
        {
            string printed = Run(SpiceNetlist.OperatingPoint(circuit, "op.txt"), folder);
            string file = Path.Combine(folder, "op.txt");
            if (!File.Exists(file))
                throw new InvalidOperationException("ngspice found no operating point: " + printed.Trim().ReplaceLineEndings(" "));

            // wrdata writes pairs: scale, value.
            double[] numbers =
            [
                .. File.ReadAllText(file).Split(
                    (char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => double.Parse(w, CultureInfo.InvariantCulture)),
            ];
            return [0, .. numbers.Where((_, i) => i % 2 == 1)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The value of `name = number` in what ngspice printed.</summary>
    /// <param name="printed">The output.</param>
    /// <param name="name">Name of the measurement.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static double Measured(string printed, string name)
    {
        foreach (string line in printed.Split('\n'))
        {
            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 3 && words[0] == name && words[1] == "="
                && double.TryParse(words[2], CultureInfo.InvariantCulture, out double value))
            {
                return value;
            }
        }

        throw new InvalidOperationException($"ngspice has not printed '{name}'; it printed: {printed.Trim().ReplaceLineEndings(" ")}");
    }
}
