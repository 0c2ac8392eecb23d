using MagHopfield.Instrument.Board;

namespace MagHopfield.DeviceCheck.Checks;

internal static class InterlockRules
{
    public static void Run(CheckLog log)
    {
        Interlock interlock = new Interlock(4, 1);
        log.Expect(interlock.ProbePathMayExist && interlock.PulsePathMayExist, "before anything was read back both paths may be closed");
        for (int node = 0; node < 4; node++)
            interlock.ConfirmNode(node, 0);

        interlock.ConfirmPulse(0, 0);
        interlock.ConfirmExcitation(false);
        interlock.ConfirmFired();
        interlock.RequestExcitation(true);
        log.Expect(RefusesPulse(interlock), "no pulse switch closes while the probe current may flow");
        interlock.ConfirmExcitation(false);
        interlock.RequestPulse(0, 1);
        log.Expect(RefusesProbe(interlock), "no node switch closes while the pulse path may be closed");
    }

    private static bool RefusesPulse(Interlock interlock)
    {
        try
        {
            interlock.RequestPulse(0, 1);
            return false;
        }
        catch (InterlockException)
        {
            return true;
        }
    }

    private static bool RefusesProbe(Interlock interlock)
    {
        try
        {
            interlock.RequestNode(0, (int)NodeSwitch.SensePositive);
            return false;
        }
        catch (InterlockException)
        {
            return true;
        }
    }
}
