using System.CommandLine;
using System.Globalization;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.PreFlight;
using MagHopfield.RaspberryPi.Serving;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.Store;

namespace MagHopfield.RaspberryPi.Commands;

/// <summary>The command of the head: check, serve, open, wiring. An error is one line: what, where, how to mend.</summary>
/// <param name="machine">The machine that is checked.</param>
/// <param name="devices">Pins and buses of a model.</param>
/// <param name="output">Takes what was asked for.</param>
/// <param name="error">Takes what is wrong.</param>
internal sealed class PiCommands(IMachine machine, Func<PiModel, IPiDevices> devices, TextWriter output, TextWriter error)
{
    private const string Name = "maghopfield-pi";

    /// <summary>Runs the command.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="cancellation">The user's wish to end.</param>
    /// <returns>An <see cref="PiExitCode"/>.</returns>
    public int Run(string[] args, CancellationToken cancellation)
    {
        ParseResult parsed = Root(cancellation).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            string mistake = parsed.UnmatchedTokens is [string word, ..] ? $"unknown word '{word}'" : parsed.Errors[0].Message.TrimEnd('.');
            return Fail(PiExitCode.BadInput, $"{mistake}; see '{Name} --help'.");
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = output,
                    Error = error,
                });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(PiExitCode.BadInput, e.Message);
        }
        catch (ChipException e)
        {
            return Fail(PiExitCode.InstrumentFault, e.Message);
        }
        catch (Exception e)
        {
            return Fail(
                PiExitCode.Defect,
                $"{e.GetType().Name}: {e.Message} this is a defect of the program; please report it with the command line.");
        }
    }

    private RootCommand Root(CancellationToken cancellation)
    {
        Option<int?> port = new("--tcp") { Description = "Port on 127.0.0.1 for SCPI; 0 takes a free one.", HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65535)
                result.AddError($"--tcp {result.GetValue(port)} is no port; give 0 to 65535");
        });
        Option<string?> serial = new("--serial")
        {
            Description = "Serial port for SCPI, as in /dev/ttyUSB0 or /dev/ttyUSB0@115200.",
            HelpName = "PORT[@BAUD]",
        };
        Command serve = new("serve", "Run the instrument for clients and buttons until SIGTERM or Ctrl-C.") { port, serial };
        serve.SetAction(parsed => Serve(parsed.GetValue(port), parsed.GetValue(serial), cancellation));
        Command check = new("check", "Look at machine, buses, buffer, pins and gate; nothing is closed.");
        check.SetAction(_ => Check());
        Command open = new("open", "Open all switches, clear the DAC and end.");
        open.SetAction(_ => Open());
        Option<string?> svg = new("--svg") { Description = "Write the picture into this file instead.", HelpName = "FILE" };
        Command wiring = new("wiring", "Print the table of wires.") { svg };
        wiring.SetAction(parsed => ShowWiring(parsed.GetValue(svg)));
        return new RootCommand("The MagHopfield instrument on a Raspberry Pi 4 or 5.") { check, serve, open, wiring };
    }

    private int Serve(int? port, string? serial, CancellationToken cancellation)
    {
        if (port is null && serial is null)
            throw new ArgumentException("serve: neither --tcp PORT nor --serial PORT is given; give one or both.");

        ServeOptions options = new(port, serial);
        if (serial?.Split('@') is [string name, string baud])
        {
            options = options with
            {
                SerialPort = name,
                Baud = int.TryParse(baud, out int bits) && bits > 0
                    ? bits
                    : throw new ArgumentException($"--serial {serial}: '{baud}' is no speed; write as in /dev/ttyUSB0@115200."),
            };
        }

        if (Flight() is not { Model: { } model } report)
            return PiExitCode.BadInput;

        using ServiceNotifier notifier = new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
        HeadService.Run(devices(model), model, report.BufferBytes, options, notifier, output, cancellation);
        return PiExitCode.Success;
    }

    private int Check()
    {
        if (Flight() is not { Model: { } model } report)
            return PiExitCode.BadInput;

        using RaspberryPiBoard board = OpenBoard(devices(model), model, report);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{model.Name}: buses, pins and gate are as they must be; {board.BitTime:0.000} us a bit, pulses up to "
            + $"{board.Gate.LongestMicroseconds} us."));
        return PiExitCode.Success;
    }

    private int Open()
    {
        if (Flight() is not { Model: { } model } report)
            return PiExitCode.BadInput;

        using RaspberryPiBoard board = OpenBoard(devices(model), model, report);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        output.WriteLine("all switches are open, the DAC is cleared.");
        return PiExitCode.Success;
    }

    private static RaspberryPiBoard OpenBoard(IPiDevices devices, PiModel model, FlightReport report) =>
        new(devices, model, report.BufferBytes, devices.Clock(() => { }));

    private int ShowWiring(string? svg)
    {
        if (svg is null)
            output.Write(WiringTable.Markdown());
        else
            WholeFile.Write(svg, WiringDrawing.Draw());

        return PiExitCode.Success;
    }

    // Null where something keeps the head from starting; it has been said.
    private FlightReport? Flight()
    {
        FlightReport report = FlightCheck.Of(machine);
        foreach (string note in report.Notes)
            output.WriteLine(note);

        foreach (string fault in report.Faults)
            Fail(PiExitCode.BadInput, fault);

        return report.Faults.Count == 0 ? report : null;
    }

    private int Fail(int code, string message)
    {
        error.WriteLine($"{Name}: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
