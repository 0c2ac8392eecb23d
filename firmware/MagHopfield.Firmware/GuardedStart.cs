using System;
using System.Threading;

namespace MagHopfield.Firmware;

/// <summary>Runs the head, and ends it where it fails: whatever happens, the switches are opened, first of all and last of all.</summary>
internal static class GuardedStart
{
    private const int RestMilliseconds = 1000;

    /// <summary>Runs for ever, or until the watchdog restarts the ESP32.</summary>
    public static void Run()
    {
        Work(new Watchdog());

        // Nobody feeds the watchdog any more: it restarts the ESP32 within 11 s.
        while (true)
            Thread.Sleep(RestMilliseconds);
    }

    /// <summary>Runs until an exception of the firmware itself, which it tells.</summary>
    /// <param name="watchdog">Fed as long as the head works.</param>
    public static void Work(Watchdog watchdog)
    {
        Esp32Board? board = null;
        try
        {
            // Before all else that can fail or take long: a restart may have come in the middle of a measurement or of a train.
            Esp32Clock clock = new Esp32Clock(watchdog);
            board = new Esp32Board(clock);
            if (!board.OpenSwitches())
                Console.WriteLine("Fault: a switch chip does not confirm that it has opened. Send DIAG:INIT and SYST:ERR? to learn which.");

            new Head(board, clock, watchdog).Run();
        }
        catch (Exception e)
        {
            Fail(board, e);
        }
    }

    private static void Fail(Esp32Board? board, Exception failure)
    {
        bool isOpen = false;
        try
        {
            isOpen = board != null && board.OpenSwitches();
        }
        catch (Exception)
        {
            // Said below.
        }

        Console.WriteLine(
            "Fault: " + failure.Message + (isOpen ? " All switches are open" : " The switches have not confirmed that they opened")
            + "; the instrument restarts in 10 s.");
    }
}
