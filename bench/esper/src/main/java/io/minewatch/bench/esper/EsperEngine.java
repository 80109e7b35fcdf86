package io.minewatch.bench.esper;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import com.espertech.esper.runtime.client.EPStatement;
import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.peers.PeerEngine;
import io.minewatch.bench.peers.RuleText;
import io.minewatch.bench.peers.Sample;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.LimitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Esper 8 in one thread, its internal timer off; the rules are {@code limit.epl}. */
public final class EsperEngine implements PeerEngine {
  private static final String ALARMS =
      "@public @buseventtype create schema Alarm (sensor string, rule string, kind string, level int, onset long,"
          + " measured long, fact int);\n@name('alarms') select * from Alarm;\n";
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final EPRuntime runtime;
  private final List<EPCompiled> clearing = new ArrayList<>();
  private Alarms hears = alarm -> {};

  /** Makes an engine without rules. */
  public EsperEngine() {
    Configuration configuration = new Configuration();
    configuration.getCommon().addEventType(Sample.class);
    configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
    runtime = EPRuntimeProvider.getRuntime("bench-" + NAMES.incrementAndGet(), configuration);
  }

  @Override
  public String id() {
    return "EP";
  }

  @Override
  public String what() {
    return "Esper 8.9: a table of excursions for each rule, merged with each reading";
  }

  /** Compiled and deployed once: a run that began with new classes would time their compiler. */
  @Override
  public void start(List<LimitRule> rules, Alarms alarms) {
    hears = alarms;
    try {
      if (clearing.isEmpty()) {
        deploy(rules);
      }
      for (EPCompiled each : clearing) {
        runtime.getFireAndForgetService().executeQuery(each);
      }
    } catch (EPCompileException | EPDeployException e) {
      throw new IllegalStateException("Esper refuses the rules", e);
    }
  }

  private void deploy(List<LimitRule> rules) throws EPCompileException, EPDeployException {
    String epl = ALARMS + RuleText.of(EsperEngine.class, "limit.epl", rules);
    EPCompiled compiled =
        EPCompilerProvider.getCompiler()
            .compile(epl, new CompilerArguments(runtime.getConfigurationDeepCopy()));
    for (EPStatement statement : runtime.getDeploymentService().deploy(compiled).getStatements()) {
      if (statement.getName().equals("alarms")) {
        statement.addListener((news, olds, of, from) -> tell(news, hears));
      }
    }
    CompilerArguments arguments = new CompilerArguments(runtime.getConfigurationDeepCopy());
    arguments.getPath().add(runtime.getRuntimePath());
    for (String delete : RuleText.of(EsperEngine.class, "clear.epl", rules).lines().toList()) {
      if (!delete.isBlank()) {
        clearing.add(EPCompilerProvider.getCompiler().compileQuery(delete, arguments));
      }
    }
  }

  private static void tell(EventBean[] news, Alarms alarms) {
    for (EventBean each : news) {
      alarms.tell(
          new Alarm(
              (String) each.get("sensor"),
              (String) each.get("rule"),
              FindingKind.valueOf((String) each.get("kind")),
              (Integer) each.get("level"),
              (Long) each.get("onset"),
              (Long) each.get("measured"),
              (Integer) each.get("fact")));
    }
  }

  @Override
  public void judge(Sample sample) {
    runtime.getEventService().sendEventBean(sample, "Sample");
  }

  @Override
  public List<Told> heldTo(List<Told> expected) {
    return expected;
  }

  @Override
  public void close() {
    runtime.destroy();
  }
}
