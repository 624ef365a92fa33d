using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What keeps someone from signing the benefits of a case: a case without a note is one that has an answer to each.</summary>
internal static class EvidenceNotes
{
    internal static void Add(PeriodResult longest, List<Message> warnings)
    {
        BenefitItem[] monetized = [.. longest.Case.Benefits.Where(benefit => benefit.Basis.IsMonetized)];
        if (monetized.Length == 0)
        {
            return;
        }

        if (!monetized.Any(benefit => benefit.Evidence == Evidence.Measured))
        {
            warnings.Add(new Message("nothingMeasured"));
        }

        if (!monetized.Any(benefit => benefit.Interval is not null))
        {
            warnings.Add(new Message("nothingHasInterval"));
        }

        AddLines("fullEffectAtOnce", benefit => !benefit.IsDisbenefit && benefit.Attribution == Share.Whole && benefit.Basis.UsesProfile && benefit.Profile.IsImmediate);
        AddLines("benefitWithoutOwner", benefit => benefit.Owner.Length == 0);
        AddLines("hoursNotCashedOut", benefit => benefit.Class == BenefitClass.Cashable && !benefit.IsCashable);

        void AddLines(string id, Func<BenefitItem, bool> isMeant)
        {
            Message[] lines = [.. monetized.Where(isMeant).Select(benefit => new Message("line", benefit.Argument()))];
            if (lines.Length > 0)
            {
                warnings.Add(new Message(id, MessageArgument.Parts("lines", lines)));
            }
        }
    }
}
