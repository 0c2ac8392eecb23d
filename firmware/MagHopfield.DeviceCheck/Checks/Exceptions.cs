using System;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Exceptions
{
    // The device's CLR loses the exception at "throw;" where the catch block has called what threw and caught on its own. The firmware
    // throws by name, or lets pass by a filter: then the diagnosis of the chip must arrive.
    public static void Run(CheckLog log)
    {
        log.Expect(Arrives(ByName), "an exception thrown by name is the same after another was caught");
        log.Expect(Arrives(ByNameThroughFinally), "and through a finally that throws and catches");
        log.Expect(Arrives(ByFilter), "and past a filter that lets it by");
    }

    private delegate void Failing();

    private static bool Arrives(Failing failing)
    {
        try
        {
            failing();
        }
        catch (Exception e)
        {
            return e is ChipException && e.Message.IndexOf("ADC, register ID") >= 0;
        }

        return false;
    }

    private static void ByName()
    {
        try
        {
            Fail();
        }
        catch (Exception e)
        {
            ThrowAndCatch();
            throw e;
        }
    }

    private static void ByNameThroughFinally()
    {
        try
        {
            ByName();
        }
        finally
        {
            ThrowAndCatch();
        }
    }

    private static void ByFilter()
    {
        try
        {
            ByName();
        }
        catch (Exception e) when (e is not ChipException)
        {
            ThrowAndCatch();
        }
        finally
        {
            ThrowAndCatch();
        }
    }

    private static void Fail() => throw new ChipException("ADC", "ID", "0x14", "0x00", "check the wiring");

    private static void ThrowAndCatch()
    {
        try
        {
            throw new InvalidOperationException("inner");
        }
        catch
        {
            // As the opening of switches does after a fault.
        }
    }
}
